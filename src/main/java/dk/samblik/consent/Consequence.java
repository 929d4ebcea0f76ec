package dk.samblik.consent;

import dk.samblik.household.Department;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ending comes to, in numbers, before it is done. {@code stops}: departments no longer asked about these people.
 * {@code removed}: facts that go for good; {@code fetchedAgain}: facts that go with them now and come back with the next
 * fetch. {@code stay}: the members whose information stays. {@code householdEnds}: nobody is left who consents; {@code
 * closes}: no adult is, so that nothing more is fetched about the children. {@code mark}: what it was computed on.
 */
record Consequence(
        List<DeskPerson> persons,
        Withdrawn what,
        List<Department> stops,
        int removed,
        int fetchedAgain,
        List<Copy> copies,
        List<DeskPerson> stay,
        boolean householdEnds,
        boolean closes,
        @Nullable LocalDate proofUntil,
        String mark) {

    /** A copy on paper; {@code name} null where whoever made it is in no team any more. */
    record Copy(@Nullable String name, Instant at) {}

    /** What of it is ended, as the message files name it. */
    public String part() {
        return what instanceof Withdrawn.Mistake ? "MISTAKE" : what.scope();
    }

    /** The key of the name of the part, where it has one in the message files. */
    public @Nullable String partKey() {
        if (what instanceof Withdrawn.Source one) {
            return "department." + one.source();
        }
        return what instanceof Withdrawn.Kind one ? "category." + one.category() : null;
    }

    /** The recipient as the consent names it; null where it is no recipient that is taken back. */
    public @Nullable String recipient() {
        return what instanceof Withdrawn.Recipient one ? one.recipient() : null;
    }
}
