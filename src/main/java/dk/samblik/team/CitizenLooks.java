package dk.samblik.team;

import dk.samblik.access.PersonLog.Look;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who looked, as a citizen is told: the newest first, by role and organisation and never by name. What one role did for one
 * purpose on one day is a line, and what the hub does by itself every night is one.
 */
record CitizenLooks(List<Line> lines, int older) {

    /** As many as a sheet has room for; the whole of it is the extract of the log. */
    static final int MOST = 40;

    CitizenLooks {
        lines = List.copyOf(lines);
    }

    /** One line; {@code when} is the last time where there were several. */
    record Line(String when, String what, String purpose, String who) {}

    /** {@code day} is null where every day is alike. */
    private record Alike(@Nullable LocalDate day, String what, String purpose, String role, String organisation) {}

    static CitizenLooks of(List<Look> looks, Words words) {
        Map<Alike, List<Instant>> together = new LinkedHashMap<>();
        for (Look look : looks) {
            together.computeIfAbsent(alike(look, words), first -> new ArrayList<>())
                    .add(look.at().toInstant());
        }
        List<Map.Entry<Alike, List<Instant>>> newest = together.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Alike, List<Instant>> entry) -> last(entry.getValue()))
                        .reversed())
                .toList();
        return new CitizenLooks(
                newest.stream()
                        .limit(MOST)
                        .map(entry -> line(entry.getKey(), entry.getValue(), words))
                        .toList(),
                Math.max(0, newest.size() - MOST));
    }

    private static Alike alike(Look look, Words words) {
        boolean hub = look.role().equals("HUB");
        return new Alike(
                hub ? null : words.dayOf(look.at().toInstant()),
                LookWords.what(look.action(), look.purpose(), look.role(), look.source()),
                look.purpose(),
                look.role(),
                look.organisation());
    }

    private static Instant last(List<Instant> times) {
        return times.get(times.size() - 1);
    }

    private static Line line(Alike alike, List<Instant> times, Words words) {
        Instant last = last(times);
        String day = words.date(words.dayOf(last));
        String when = alike.day() == null ? words.say("citizen.last", day) : day;
        return new Line(
                times.size() == 1
                        ? words.moment(last)
                        : words.say("oversight.extract.times", when, words.number(times.size())),
                LookWords.what(alike.what(), words),
                LookWords.purpose(alike.purpose(), words),
                LookWords.who(alike.role(), alike.organisation(), words));
    }
}
