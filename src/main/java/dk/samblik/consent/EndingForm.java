package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was filled in: {@code hvem} a member's id or everybody, {@code hvad} all of it or one part, {@code laest} that the
 * consequence was read, {@code stand} what the page was opened on.
 */
record EndingForm(
        @Nullable String hvem,
        @Nullable String hvad,
        @Nullable String laest,
        @Nullable String stand) {

    static final String EVERYBODY = "alle";
    static final String EVERYTHING = "alt";
    static final String SOURCE = "kilde-";
    static final String KIND = "oplysning-";
    static final String RECIPIENT = "modtager-";

    static final EndingForm EMPTY = new EndingForm(null, null, null, null);

    /** What it asks to end; empty where that is not said, or is nothing that anybody here agreed to. */
    Optional<Ending> ending(EndingWay way, EndingOptions options, Map<PersonId, Set<String>> recipients) {
        Optional<Withdrawn> what = way == EndingWay.MISTAKE ? Optional.of(new Withdrawn.Mistake()) : what();
        return what.flatMap(one -> {
            List<PersonId> persons = chosen(options).stream()
                    .filter(person -> agreed(person, one, recipients))
                    .map(DeskPerson::id)
                    .toList();
            return persons.isEmpty() ? Optional.empty() : Optional.of(new Ending(persons, one));
        });
    }

    /** The members chosen, of those with something to end. */
    List<DeskPerson> chosen(EndingOptions options) {
        return options.persons().stream()
                .filter(person ->
                        EVERYBODY.equals(hvem) || person.id().toString().equals(hvem))
                .toList();
    }

    /** What of it; empty where nothing is chosen that there is. */
    Optional<Withdrawn> what() {
        String chosen = hvad == null ? "" : hvad;
        try {
            if (chosen.equals(EVERYTHING)) {
                return Optional.of(new Withdrawn.Everything());
            }
            if (chosen.startsWith(SOURCE)) {
                return Optional.of(new Withdrawn.Source(Department.valueOf(chosen.substring(SOURCE.length()))));
            }
            if (chosen.startsWith(KIND)) {
                return Optional.of(new Withdrawn.Kind(Category.valueOf(chosen.substring(KIND.length()))));
            }
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
        return chosen.startsWith(RECIPIENT)
                ? Optional.of(new Withdrawn.Recipient(chosen.substring(RECIPIENT.length())))
                : Optional.empty();
    }

    private static boolean agreed(DeskPerson person, Withdrawn what, Map<PersonId, Set<String>> recipients) {
        if (what instanceof Withdrawn.Source one) {
            return person.sources().contains(one.source());
        }
        if (what instanceof Withdrawn.Kind one) {
            return person.categories().contains(one.category());
        }
        return !(what instanceof Withdrawn.Recipient one)
                || recipients.getOrDefault(person.id(), Set.of()).contains(one.recipient());
    }

    /** Whether somebody said to have read what happens. */
    boolean read() {
        return laest != null;
    }
}
