package dk.samblik.draw;

import dk.samblik.draw.Attempt.Stage;
import dk.samblik.register.Heard;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** How far a count in this process is, in numbers of people that no one person is in; told to the database once a second. */
final class Underway implements Heard {

    private static final int WHOLE = 100;

    private final UUID attempt;
    private final Map<String, Integer> percents = new ConcurrentHashMap<>();
    private volatile Stage stage = Stage.WAITING;
    private volatile boolean over;

    Underway(UUID attempt) {
        this.attempt = attempt;
    }

    UUID attempt() {
        return attempt;
    }

    /** The next stage begins, with nobody asked about yet. */
    void at(Stage next) {
        percents.clear();
        stage = next;
    }

    @Override
    public void asked(String register, int people, int of) {
        percents.put(register, WHOLE * people / of);
    }

    @Override
    public boolean wanted() {
        return !over;
    }

    /** Says so to the database, and hears from it whether somebody has ended it. */
    void tell(Attempts attempts) {
        if (!attempts.goesOn(attempt, stage, percent())) {
            over();
        }
    }

    /** Nobody wants it any more. */
    void over() {
        over = true;
    }

    /** That of the slowest register that tells. */
    private int percent() {
        return percents.values().stream().mapToInt(Integer::intValue).min().orElse(0);
    }
}
