package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a case stands, and what hides it. */
record CaseDraft(String status, LocalDate opened, @Nullable LocalDate closed, Fate fate, Hidden hidden) {

    /** The codes of open cases. */
    static final List<String> OPEN = List.of("SagStatus1", "SagStatus1", "SagStatus3", "SagStatus4");

    private static final List<String> CLOSED = List.of("SagStatus2", "SagStatus5", "SagStatus6", "SagStatus7");

    /** Why a receiver must not take a case. */
    enum Hidden {
        NO,
        VIP,
        COMPULSION,
        VIEW_CLASS,
        DELETED,
        UNBORN
    }

    static CaseDraft open(LocalDate opened, Dice dice) {
        return new CaseDraft(dice.pick(OPEN), opened, null, Fate.MAPPED, Hidden.NO);
    }

    /** Any case a child may have; {@code back} is what decides whether a closed one is shown. */
    static CaseDraft roll(LocalDate night, LocalDate back, Dice dice) {
        int kind = dice.below(1000);
        LocalDate opened = night.minusDays(dice.between(15, 900));
        if (kind < 40) {
            Hidden hidden = dice.any(Hidden.VIP, Hidden.COMPULSION, Hidden.VIEW_CLASS, Hidden.DELETED);
            return new CaseDraft("SagStatus1", opened, null, Fate.UNREAD, hidden);
        }
        if (kind < 650) {
            return open(opened, dice);
        }
        if (kind < 680) {
            return new CaseDraft(
                    dice.pick(CLOSED), opened, null, opened.isBefore(back) ? Fate.FILTERED : Fate.MAPPED, Hidden.NO);
        }
        LocalDate closed = night.minusDays(dice.between(4, 1200));
        if (kind < 695) {
            closed = night.minusDays(dice.between(70, 150));
            return new CaseDraft(
                    "SagStatus2", closed.plusDays(dice.between(1, 60)), closed, Fate.END_BEFORE_START, Hidden.NO);
        }
        Fate fate = closed.isBefore(back) ? Fate.FILTERED : Fate.MAPPED;
        return new CaseDraft(dice.pick(CLOSED), closed.minusDays(dice.between(30, 600)), closed, fate, Hidden.NO);
    }
}
