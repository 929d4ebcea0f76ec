package dk.samblik.access;

/** How much of a kind of information somebody sees: the words in the cells of the {@link Matrix}. */
public enum Sight {
    YES("all that the consent gives the municipal team"),
    RECIPIENT("all, about those whose consent names the reader's organisation for it"),
    OWN("what the reader's own organisation holds already, and nothing newer; no place where somebody is protected"),
    NUMBER("how many departments, about those whose consent names the reader's organisation for it"),
    BUSY("the hour, and that it is taken, about those whose consent names the reader's organisation for it"),
    NAMED("where the consent names it: the coordinator enters the answers, and is shown when there were some"),
    ON_DEMAND("one at a time, for a purpose that is chosen, logged before it is shown, and gone at the next page"),
    MASKED("without the last four digits"),
    COUNTS("figures over many households, on the effect pages"),
    AGGREGATES("figures over five people or more, on the effect page"),
    PSEUDONYMS("under a name that is none, on the evaluator's page of series"),
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
