package dk.samblik.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A renewal as it was filled in: {@code giver} those who said yes, by their keys on the page; {@code maade} how; the day
 * they did and the last day it holds, in three fields each; {@code bilag} the reference of the signed paper; {@code stand}
 * what the page was opened on.
 */
record RenewalForm(
        @Nullable List<String> giver,
        @Nullable String maade,
        @Nullable String givetDag,
        @Nullable String givetMaaned,
        @Nullable String givetAar,
        @Nullable String slutDag,
        @Nullable String slutMaaned,
        @Nullable String slutAar,
        @Nullable String bilag,
        @Nullable String stand) {

    private static final Set<String> WAYS = Set.of("WRITTEN", "DIGITAL", "ORAL");
    private static final int LONGEST_REFERENCE = 100;

    static RenewalForm empty(LocalDate end) {
        return new RenewalForm(
                null,
                null,
                null,
                null,
                null,
                String.valueOf(end.getDayOfMonth()),
                String.valueOf(end.getMonthValue()),
                String.valueOf(end.getYear()),
                null,
                null);
    }

    Optional<LocalDate> given() {
        return new GivenDate(givetDag, givetMaaned, givetAar).read();
    }

    Optional<LocalDate> end() {
        return new GivenDate(slutDag, slutMaaned, slutAar).read();
    }

    /** The reference as it is kept; empty where there is none. */
    String evidence() {
        return bilag == null ? "" : bilag.strip();
    }

    /** Whether this one is said to have agreed. */
    public boolean by(String key) {
        return giver != null && giver.contains(key);
    }

    /** The ways there are, in the order of the page. */
    public List<String> ways() {
        return List.of("WRITTEN", "DIGITAL", "ORAL");
    }

    /** What is wrong, by field, in the order of the page; nothing for a form that may be recorded today. */
    List<String> problems(Renewals.Needed needed, LocalDate today) {
        List<String> problems = new ArrayList<>();
        if (!needed.grantors().stream().allMatch(grantor -> by(grantor.key()))) {
            problems.add("giver");
        }
        if (maade == null || !WAYS.contains(maade)) {
            problems.add("maade");
        }
        Optional<LocalDate> given = given();
        if (given.isEmpty()) {
            problems.add("givet");
        } else if (given.get().isAfter(today)) {
            problems.add("fremtid");
        }
        if (evidence().isEmpty() || evidence().length() > LONGEST_REFERENCE) {
            problems.add("bilag");
        }
        LocalDate from = given.orElse(today);
        if (end().filter(end -> end.isAfter(from) && !end.isBefore(today) && !end.isAfter(needed.latestEnd(from)))
                .isEmpty()) {
            problems.add("slut");
        }
        return problems;
    }
}
