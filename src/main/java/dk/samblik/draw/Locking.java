package dk.samblik.draw;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.draw.Attempt.Came;
import dk.samblik.draw.Attempt.Stage;
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
    private final Attempts attempts;
    private final Draws draws;
    private final LotKeys keys;
    private final Invited invited;
    private final Vault vault;
    private final Database web;

    Locking(
            Counting counting,
            Attempts attempts,
            Draws draws,
            LotKeys keys,
            Invited invited,
            Vault vault,
            @Qualifier("webDatabase") Database web) {
        this.counting = counting;
        this.attempts = attempts;
        this.draws = draws;
        this.keys = keys;
        this.invited = invited;
        this.vault = vault;
        this.web = web;
    }

    /** Locks it by the second person's hand, against a look that is in the access log; answers what came of it. */
    Came lock(Grant look, Programme programme, Draw draw, String by, int suppressBelow, Underway underway) {
        Pool pool = counting.pool(look, programme, draw, underway);
        underway.at(Stage.KEEPING);
        if (!pool.fingerprint().equals(draw.counted().fingerprint())) {
            draws.counted(draw, pool, suppressBelow, () -> attempts.end(underway.attempt(), Came.CHANGED, null));
            return Came.CHANGED;
        }
        underway.tell(attempts);
        if (!underway.wanted()) {
            return Came.STOPPED;
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
            // From here on nobody can tell which household a key was. A crash before this is made good: the commit
            // notes it.
            vault.endDraw(draw.id());
        }
        return locked ? Came.DONE : Came.MEANWHILE;
    }
}
