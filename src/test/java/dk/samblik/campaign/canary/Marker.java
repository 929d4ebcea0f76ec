package dk.samblik.campaign.canary;

/**
 * Something that explains itself when it is found: whose it is (by the town's own key, 0 for nobody), from which register
 * and field, and how far it may come. Its value is never shown.
 */
public record Marker(int person, String register, String field, Reach reach, Form form) {

    /** How far a marker may come. */
    public enum Reach {
        /** Nowhere: no consent covers it, or no consent can. */
        NOWHERE,
        /** Onto a page that a team is shown; at rest it is ciphertext. */
        PAGES
    }

    /** What is looked for. */
    sealed interface Form {}

    /** A text, in all encodings. */
    record Words(String text) implements Form {}

    /** Bytes that stand for a text, such as a hash of it: raw, in hexadecimal and in Base64. */
    record Raw(byte[] bytes) implements Form {}

    @Override
    public String toString() {
        return "person " + person + " " + register + " " + field + " (" + reach + ")";
    }
}
