package dk.samblik.draw;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.draw.Draw.Prepared;
import dk.samblik.draw.Lot.Outcome;
import dk.samblik.programme.Programme;
import dk.samblik.storage.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Locks a draw: counts once more, and where it is still the same population draws the lot, reads names and addresses of
 * those drawn and of nobody else, and hands them on, all in one transaction or not at all.
 */
@Component
class Locking {

    private final Counting counting;
    private final Draws draws;
    private final LotKeys keys;
    private final Invited invited;
    private final Vault vault;
    private final Database web;

    Locking(
            Counting counting,
            Draws draws,
            LotKeys keys,
            Invited invited,
            Vault vault,
            @Qualifier("webDatabase") Database web) {
        this.counting = counting;
        this.draws = draws;
        this.keys = keys;
        this.invited = invited;
        this.vault = vault;
        this.web = web;
    }

    /** What came of a try to lock. */
    enum Came {
        LOCKED,
        /** Other households are eligible now; it is counted anew and a draft again. */
        CHANGED,
        /** Somebody else was quicker. */
        MEANWHILE
    }

    /** Locks it by the second person's hand, against a look that is in the access log. */
    Came lock(Grant look, Programme programme, Draw draw, String by, int suppressBelow) {
        Pool pool = counting.pool(look, programme, draw);
        if (!pool.fingerprint().equals(draw.counted().fingerprint())) {
            draws.counted(draw, pool, suppressBelow);
            return Came.CHANGED;
        }
        Prepared lot = draw.prepared();
        Outcome outcome = new Lot(lot.seed(), pool.strata()).draw(lot.wanted(), lot.control());
        boolean locked = web.inTransaction(() -> {
            boolean first = keys.lock(web, draw, pool, outcome, by);
            if (first) {
                invited.hand(programme, draw, pool, outcome);
            }
            return first;
        });
        if (locked) {
            // From here on nobody can tell which household a key was; a crash before this is made good at the closing.
            vault.endDraw(draw.id());
        }
        return locked ? Came.LOCKED : Came.MEANWHILE;
    }
}
