package dk.samblik.register;

import dk.samblik.household.Cpr;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The delivery of one register that is in use now, or why none is. Looks at the folder at every cut, scans only what is new. */
final class DeliveryInUse {

    /** How a delivery was judged, as it lay there then; a verdict holds as long as the files are the same. */
    private record Judged(
            DeliveryFolder.Lying lying,
            Map<Path, DeliveryFolder.Stamp> stamps,
            @Nullable AcceptedDelivery accepted,
            @Nullable String reason) {

        AcceptedDelivery orRefused() {
            if (accepted == null) {
                throw new HeldBack(String.valueOf(reason));
            }
            return accepted;
        }
    }

    private final RegisterFile file;
    private final DeliveryFolder folder;
    private final Acceptance acceptance;
    private @Nullable Judged judged;

    DeliveryInUse(RegisterFile file, DeliveryFolder folder, Acceptance acceptance) {
        this.file = file;
        this.folder = folder;
        this.acceptance = acceptance;
    }

    Cut cut(Collection<Cpr> numbers) {
        return read(delivery -> delivery.cut(numbers));
    }

    OpenInDelivery open(Collection<Cpr> numbers, OpenCaseShape shape) {
        return read(delivery -> delivery.open(numbers, shape));
    }

    private interface Look<T> {
        T at(AcceptedDelivery delivery) throws IOException;
    }

    private <T> T read(Look<T> look) {
        try {
            Judged used = newest();
            T seen = look.at(used.orRefused());
            if (!used.lying().stamps().equals(used.stamps())) {
                throw new HeldBack("CHANGED_WHILE_READ");
            }
            return seen;
        } catch (HeldBack refused) {
            throw new RegisterUnavailable(file.name(), refused.reason());
        } catch (IOException unreadable) {
            throw new RegisterUnavailable(file.name(), "UNREADABLE");
        }
    }

    /** The delivery in use, if one has been accepted; a process that has asked for nothing yet looks first. */
    synchronized Optional<AcceptedDelivery> now() {
        try {
            Judged used = judged == null ? newest() : judged;
            return Optional.ofNullable(used.accepted());
        } catch (HeldBack | IOException none) {
            return Optional.empty();
        }
    }

    private synchronized Judged newest() throws IOException {
        DeliveryFolder.Lying lying = folder.newest().orElseThrow(() -> new HeldBack("NO_DELIVERY"));
        Map<Path, DeliveryFolder.Stamp> stamps = lying.stamps();
        Judged last = judged;
        if (last == null || !last.stamps().equals(stamps) || acceptedSince(last)) {
            last = judge(lying, stamps);
            judged = last;
        }
        return last;
    }

    private boolean acceptedSince(Judged last) {
        return HeldDeliveries.SUSPICIOUS.contains(String.valueOf(last.reason()))
                && acceptance.acceptedSince(last.lying());
    }

    private Judged judge(DeliveryFolder.Lying lying, Map<Path, DeliveryFolder.Stamp> stamps) throws IOException {
        try {
            return new Judged(lying, stamps, acceptance.of(lying), null);
        } catch (HeldBack refused) {
            return new Judged(lying, stamps, null, refused.reason());
        }
    }
}
