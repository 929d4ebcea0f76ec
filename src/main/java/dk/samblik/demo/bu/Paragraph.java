package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import java.util.List;

/**
 * The legal basis of a measure as somebody typed it, how it must be shown, and whether it holds without a word about
 * consent. A text nobody can read is shown as it stands.
 */
record Paragraph(String law, String typed, String shown, Silence silence) {

    /** What a missing samtykke means under this paragraph. */
    enum Silence {
        SHOWN,
        NOT_SHOWN,
        NEVER_SHOWN
    }

    private static final List<Paragraph> USUAL = List.of(
            shown("BL", "BL § 32, stk. 1, nr. 3", "BL § 32, stk. 1, nr. 3"),
            shown("BL", "§32.1.3", "BL § 32, stk. 1, nr. 3"),
            shown("BL", "§32.1.1", "BL § 32, stk. 1, nr. 1"),
            shown("BL", "Barnets lov §32", "BL § 32"),
            shown("BL", "BL § 30", "BL § 30"),
            shown("BL", "BL § 28", "BL § 28"),
            shown("BL", "BL § 36", "BL § 36"),
            shown("SEL", "SEL § 52, stk. 3, nr. 3", "SEL § 52, stk. 3, nr. 3"),
            shown("SEL", "52.3.3", "SEL § 52, stk. 3, nr. 3"));
    private static final List<Paragraph> UNREADABLE = List.of(
            new Paragraph("BL", "jf. afgørelse", "jf. afgørelse", Silence.NOT_SHOWN),
            new Paragraph("BL", "efter aftale med familien", "efter aftale med familien", Silence.NOT_SHOWN));
    private static final List<Paragraph> WITHOUT_CONSENT = List.of(
            new Paragraph("BL", "BL § 38", "", Silence.NEVER_SHOWN),
            new Paragraph("BL", "§37", "", Silence.NEVER_SHOWN),
            new Paragraph("BL", "Barnets lov §40", "", Silence.NEVER_SHOWN),
            new Paragraph("BL", "BL § 41, stk. 1", "", Silence.NEVER_SHOWN),
            new Paragraph("SEL", "SEL § 58", "", Silence.NEVER_SHOWN));

    static Paragraph roll(Dice dice) {
        if (dice.chance(0.012)) {
            return dice.pick(UNREADABLE);
        }
        return dice.chance(0.05) ? dice.pick(WITHOUT_CONSENT) : dice.pick(USUAL);
    }

    /** All that may only be given without consent. */
    static List<Paragraph> withoutConsent() {
        return WITHOUT_CONSENT;
    }

    /** A usual one. */
    static Paragraph usual(Dice dice) {
        return dice.pick(USUAL);
    }

    private static Paragraph shown(String law, String typed, String shown) {
        return new Paragraph(law, typed, shown, Silence.SHOWN);
    }

    /** Whether a measure with this word about consent must be shown. */
    boolean mayBeShown(String consent) {
        return switch (consent) {
            case "MED" -> silence != Silence.NEVER_SHOWN;
            case "UDEN" -> false;
            default -> silence == Silence.SHOWN;
        };
    }
}
