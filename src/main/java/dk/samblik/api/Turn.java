package dk.samblik.api;

import dk.samblik.access.ApiSettings;
import dk.samblik.household.CivilClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How often a client may have registers asked anew, in any minute; counted where the client calls. */
@Component
@ConditionalOnProperty("samblik.api.enabled")
class Turn {

    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final int most;
    private final CivilClock clock;
    private final Map<String, Deque<Instant>> taken = new HashMap<>();

    Turn(ApiSettings settings, CivilClock clock) {
        this.most = settings.refreshesPerMinute();
        this.clock = clock;
    }

    /** Takes a turn; refuses where there is none, and says when the next one is. */
    synchronized void take(String client) {
        Instant now = clock.now();
        Deque<Instant> turns = taken.computeIfAbsent(client, one -> new ArrayDeque<>());
        while (!turns.isEmpty() && !turns.peekFirst().plus(WINDOW).isAfter(now)) {
            turns.removeFirst();
        }
        if (turns.size() >= most) {
            throw Refused.tooOften(
                    Duration.between(now, turns.getFirst().plus(WINDOW)).plusSeconds(1));
        }
        turns.addLast(now);
    }
}
