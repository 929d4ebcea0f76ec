package dk.samblik.consent;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the reader chose to see of the list of consents. Stands in the address and names no one. */
record ListChoice(
        @Nullable String status,
        @Nullable String alle,
        @Nullable Integer side) {

    /** The page asked for, from 1. */
    int page() {
        return side == null || side < 1 ? 1 : side;
    }

    boolean all() {
        return alle != null;
    }

    /** The status chosen; empty for all of them, also where the address names none that there is. */
    Optional<DeskStatus> chosen() {
        return Arrays.stream(DeskStatus.values())
                .filter(each -> each.name().equals(status))
                .findFirst();
    }

    boolean fits(DeskPerson person) {
        return chosen().map(person.status()::equals).orElse(true);
    }

    List<DeskStatus> choices() {
        return List.of(DeskStatus.values());
    }

    String address(int page) {
        return "/samtykker?" + query() + "side=" + page;
    }

    String addressOfAll() {
        return "/samtykker?" + query() + "alle=1";
    }

    private String query() {
        return chosen().map(one -> "status=" + one + "&").orElse("");
    }
}
