package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import java.util.List;
import java.util.Locale;

/** A kind of grant: law, section as people say it, KLE number, name; and what a reader may see of it. */
record Grant(String law, String section, String kle, String name, Showing showing) {

    /** How much of it may be shown. */
    enum Showing {
        ALL,
        /** Abuse treatment: that it is one, nothing else. */
        COUNT_ONLY,
        /** Crisis centre: nothing at all. */
        NOTHING
    }

    private static final List<Grant> USUAL = List.of(
            shown("SEL", "85", "27.36.12", "Socialpædagogisk støtte § 85"),
            shown("SEL", "85", "27.36.12", "Bostøtte"),
            shown("SEL", "83", "27.36.04", "Praktisk hjælp"),
            shown("SEL", "83 a", "27.36.06", "Hverdagsrehabilitering"),
            shown("SEL", "82 b", "27.35.20", "Tidsbegrænset støtte"),
            shown("SEL", "97", "27.48.04", "Ledsageordning"),
            shown("SEL", "99", "27.48.08", "Støtte- og kontaktperson"),
            shown("SEL", "103", "27.54.04", "Beskyttet beskæftigelse"),
            shown("SEL", "104", "27.54.08", "Aktivitet og samvær"),
            shown("SEL", "107", "27.57.04", "Midlertidigt botilbud"),
            shown("SEL", "141", "27.12.12", "Handleplan"),
            shown("SUL", "138", "29.18.04", "Hjemmesygepleje"),
            shown("AEL", "9", "27.34.08", "Helhedspleje"));
    private static final List<Grant> ABUSE = List.of(
            new Grant("SEL", "101", "27.51.04", "Stofmisbrugsbehandling", Showing.COUNT_ONLY),
            new Grant("SEL", "102", "27.51.08", "Behandling", Showing.COUNT_ONLY),
            new Grant("SUL", "141", "27.51.12", "Alkoholbehandling", Showing.COUNT_ONLY));
    private static final Grant CRISIS = new Grant("SEL", "109", "27.57.12", "Krisecenter", Showing.NOTHING);

    static Grant roll(Dice dice) {
        int kind = dice.below(100);
        return kind < 6 ? dice.pick(ABUSE) : kind < 8 ? CRISIS : dice.pick(USUAL);
    }

    /** As somebody typed the section. */
    String typed(Dice dice) {
        return switch (dice.below(3)) {
            case 0 -> section;
            case 1 -> "§ " + section;
            default -> "§" + section.replace(" ", "").toUpperCase(Locale.ROOT);
        };
    }

    private static Grant shown(String law, String section, String kle, String name) {
        return new Grant(law, section, kle, name, Showing.ALL);
    }
}
