package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;

/** What somebody takes back: all of it, or one part. */
public sealed interface Withdrawn {

    /** All of it. */
    record Everything() implements Withdrawn {}

    /** One department. */
    record Source(Department source) implements Withdrawn {}

    /** One kind of information, from every department. */
    record Kind(Category category) implements Withdrawn {}

    /** One recipient, as the consent names it, for example {@code HOUSEHOLD_ADULTS}. */
    record Recipient(String recipient) implements Withdrawn {}

    /** All of it, as it was recorded by mistake: it never was a consent, and nobody took anything back. */
    record Mistake() implements Withdrawn {}

    /** What the access log says came of it. */
    default String outcome() {
        return this instanceof Mistake ? "MISTAKE" : scope();
    }

    /** The word of the consent record for it. */
    default String scope() {
        if (this instanceof Source) {
            return "SOURCE";
        }
        if (this instanceof Kind) {
            return "CATEGORY";
        }
        return this instanceof Recipient ? "RECIPIENT" : "ALL";
    }
}
