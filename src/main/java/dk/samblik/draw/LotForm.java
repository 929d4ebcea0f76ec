package dk.samblik.draw;

import dk.samblik.consent.FormMistakes;
import dk.samblik.draw.Draw.Prepared;
import dk.samblik.team.Words;
import java.security.SecureRandom;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The third step as it was typed: how many, by which seed, and who locks it. */
record LotForm(
        @Nullable String antal,
        @Nullable String kontrol,
        @Nullable String froe,
        @Nullable String godkender,
        @Nullable String foraeldet) {

    /** Nine digits at most: ten may have the shape of a person's number. */
    private static final int SEEDS = 1_000_000_000;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST = 9_999;

    static final LotForm NOTHING = new LotForm(null, null, null, null, null);

    /** The form as the draw has it now. */
    static LotForm of(Draw draw) {
        Prepared lot = draw.lot();
        return lot == null
                ? NOTHING
                : new LotForm(
                        Integer.toString(lot.wanted()),
                        Integer.toString(lot.control()),
                        lot.seed(),
                        lot.approver(),
                        draw.counted().staleAccepted() ? "1" : null);
    }

    /** What is to be put right: the approver must be one of these, and never whoever fills in the form. */
    FormMistakes mistakes(Draw draw, Set<String> approvers, String self, Words words) {
        FormMistakes mistakes = new FormMistakes();
        if (number(antal) < 1) {
            mistakes.add("antal", words.say("draw.error.number"));
        }
        if (number(kontrol) < 0) {
            mistakes.add("kontrol", words.say("draw.error.control"));
        }
        if (froe != null && !froe.isBlank() && !froe.strip().matches("[0-9]{1,9}")) {
            mistakes.add("froe", words.say("draw.error.seed"));
        }
        if (godkender == null || !approvers.contains(godkender) || godkender.equals(self)) {
            mistakes.add("godkender", words.say("draw.error.second"));
        }
        if (draw.counted().stale() && foraeldet == null) {
            mistakes.add("foraeldet", words.say("draw.error.stale"));
        }
        return mistakes;
    }

    /** As it is kept; a seed that was left out is made here. */
    Prepared prepared() {
        String seed = froe == null || froe.isBlank() ? Integer.toString(RANDOM.nextInt(SEEDS)) : froe.strip();
        return new Prepared(number(antal), number(kontrol), seed, String.valueOf(godkender));
    }

    private static int number(@Nullable String typed) {
        String text = typed == null ? "" : typed.strip();
        return text.matches("\\d{1,4}") ? Math.min(Integer.parseInt(text), MOST) : -1;
    }
}
