package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One version in the history of a household, and how it differs from the one of the same person before. */
record HistoryLine(
        DeskPerson person,
        ConsentVersion version,
        List<Department> sourcesLost,
        List<Department> sourcesNew,
        List<Category> categoriesLost,
        List<Category> categoriesNew,
        @Nullable LocalDate endedBefore) {

    /** The newest first. A version of somebody who is no longer shown as a member has no line. */
    static List<HistoryLine> of(DeskHousehold household, List<ConsentVersion> versions) {
        Map<PersonId, ConsentVersion> before = new HashMap<>();
        List<HistoryLine> lines = new ArrayList<>();
        for (ConsentVersion version : versions) {
            ConsentVersion earlier = before.put(version.person(), version);
            household.person(version.person()).ifPresent(person -> lines.add(0, line(person, version, earlier)));
        }
        return lines;
    }

    private static HistoryLine line(DeskPerson person, ConsentVersion now, @Nullable ConsentVersion before) {
        if (before == null) {
            return new HistoryLine(person, now, List.of(), List.of(), List.of(), List.of(), null);
        }
        return new HistoryLine(
                person,
                now,
                less(Department.class, before.sources(), now.sources()),
                less(Department.class, now.sources(), before.sources()),
                less(Category.class, before.categories(), now.categories()),
                less(Category.class, now.categories(), before.categories()),
                before.to().equals(now.to()) ? null : before.to());
    }

    private static <E extends Enum<E>> List<E> less(Class<E> type, Set<E> all, Collection<E> taken) {
        EnumSet<E> left = EnumSet.noneOf(type);
        left.addAll(all);
        left.removeAll(taken);
        return List.copyOf(left);
    }

    /**
     * What the version is: a mistake put right, taken back whole or in part, a draft, the first, or a later one that says
     * something else.
     */
    public String kind() {
        return switch (version.status()) {
            case INVALIDATED -> "MISTAKE";
            case WITHDRAWN -> "WITHDRAWN";
            case DRAFT -> "DRAFT";
            default -> {
                if (version.withdrawn() != null) {
                    yield "NARROWED";
                }
                yield endedBefore == null ? "GIVEN" : "RENEWED";
            }
        };
    }
}
