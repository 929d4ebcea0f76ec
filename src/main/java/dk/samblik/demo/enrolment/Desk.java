package dk.samblik.demo.enrolment;

import dk.samblik.demo.people.Dwellings;
import dk.samblik.demo.people.Home;
import dk.samblik.demo.people.Town;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The consent desk's book: every enrolled household, and the people whom a story needs a register to treat specially. */
public final class Desk {

    private final Town town;
    private final Dwellings dwellings;
    private final List<EnrolledHousehold> households = new ArrayList<>();
    private final Map<Mark, Set<Integer>> marks = new EnumMap<>(Mark.class);

    public Desk(Town town, Dwellings dwellings) {
        this.town = town;
        this.dwellings = dwellings;
    }

    /** What a story needs of a register. */
    public enum Mark {
        KNOWN_EVERYWHERE,
        NOT_ACCESSIBLE,
        ALWAYS_FAILS,
        UNKNOWN_TO_SOCIAL,
        EXPECTING,
        MEASURE_WITHOUT_CONSENT,
        LAGGING_NUMBER,
        SECOND_TENANT,
        OTHER_DWELLING
    }

    /** All households, in the order enrolled. */
    public List<EnrolledHousehold> households() {
        return Collections.unmodifiableList(households);
    }

    /** Whether a person is marked. */
    public boolean marked(Mark mark, int person) {
        return marks.getOrDefault(mark, Set.of()).contains(person);
    }

    /** The household of a number. */
    public EnrolledHousehold household(String number) {
        return households.stream()
                .filter(household -> household.number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    Town town() {
        return town;
    }

    Home home() {
        return dwellings.next();
    }

    Dwellings dwellings() {
        return dwellings;
    }

    void mark(Mark mark, int person) {
        marks.computeIfAbsent(mark, m -> new HashSet<>()).add(person);
    }

    void add(EnrolledHousehold household) {
        households.add(household);
    }
}
