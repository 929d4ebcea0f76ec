package dk.samblik.access;

/** How much of a kind of information somebody sees: the words in the cells of the {@link Matrix}. */
public enum Sight {
    YES("all that the consent gives the municipal team"),
    RECIPIENT("all, about those whose consent names the reader's organisation for it"),
    OWN("what the reader's own organisation holds already, and nothing newer; no place where somebody is protected"),
    NUMBER("how many departments, about those whose consent names the reader's organisation for it"),
    BUSY("the hour, and that it is taken, about those whose consent names the reader's organisation for it"),
    NAMED("where the consent names it; the hub fetches none yet"),
    ON_DEMAND("one at a time, for a purpose that is chosen, logged before it is shown, and gone at the next page"),
    MASKED("without the last four digits"),
    COUNTS("figures over many households; no page shows them yet"),
    AGGREGATES("figures over five people or more; no page shows them yet"),
    PSEUDONYMS("under a name that is none; no export makes them yet"),
    OFF("nothing as the hub is shipped; it is not read"),
    NO("nothing");

    private final String words;

    Sight(String words) {
        this.words = words;
    }

    /** What is seen, in English. */
    public String words() {
        return words;
    }

    /** Whether it is all there for this reader to see. */
    public boolean whole() {
        return this == YES || this == RECIPIENT;
    }

    /** Whether it counts only where the person's consent names the reader's organisation. */
    boolean onlyIfNamed() {
        return this == RECIPIENT || this == NUMBER || this == BUSY;
    }
}
