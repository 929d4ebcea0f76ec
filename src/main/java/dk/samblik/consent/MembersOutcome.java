package dk.samblik.consent;

import dk.samblik.consent.MemberChange.To;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a household stands at when its members are changed. {@code unasked}: adults nobody has asked, who keep it closed;
 * {@code unsettled}: adults who moved in and are not settled; {@code opens}: there were such, and there are none any more;
 * {@code joining}: who takes part from now on, with no consent yet; {@code leaving}: who is no member any more; {@code over}:
 * nobody takes part, and the household goes out of the project.
 */
record MembersOutcome(long unasked, long unsettled, boolean opens, long joining, long leaving, boolean over) {

    static MembersOutcome of(Residents.Home home, List<MemberChange> changes) {
        Function<Resident, Optional<To>> after = resident -> changes.stream()
                .filter(change -> change.who().equals(resident))
                .map(MemberChange::to)
                .findFirst()
                .or(() -> now(resident));
        long unasked = adults(home, resident -> after.apply(resident).equals(Optional.of(To.NOT_ASKED)));
        long unsettled = adults(home, resident -> after.apply(resident).isEmpty());
        long before = adults(
                home,
                resident -> now(resident).filter(now -> now != To.NOT_ASKED).isEmpty());
        return new MembersOutcome(
                unasked,
                unsettled,
                before > 0 && unasked + unsettled == 0,
                with(changes, To.PARTICIPANT),
                with(changes, To.MOVED_OUT),
                home.all().stream().noneMatch(resident -> after.apply(resident).equals(Optional.of(To.PARTICIPANT))));
    }

    private static Optional<To> now(Resident resident) {
        return Optional.ofNullable(resident.now()).map(now -> To.valueOf(now.name()));
    }

    private static long adults(Residents.Home home, Predicate<Resident> which) {
        return home.all().stream()
                .filter(resident -> resident.adult() && !resident.left())
                .filter(which)
                .count();
    }

    private static long with(List<MemberChange> changes, To to) {
        return changes.stream().filter(change -> change.to() == to).count();
    }
}
