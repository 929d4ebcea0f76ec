package dk.samblik.team;

import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.view.HouseholdView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The household's wishes and what was agreed, for the fragment {@code team/household/agreements :: part}. {@code links}: whether
 * it leads to where they are written, which paper does not.
 */
record OwnScreen(
        HouseholdId household, List<Line> wishes, List<Line> agreements, int done, boolean links, boolean keepsWishes) {

    /**
     * One line in words. {@code about} and {@code who} are empty where it is not told whose it is, {@code due} where there is no last day;
     * {@code doneOn} is null while it is open, {@code led} where nothing is said of what it led to; {@code leads}: that can be
     * chosen or taken back.
     */
    record Line(
            UUID id,
            int revision,
            String text,
            String who,
            String about,
            String due,
            boolean overdue,
            @Nullable String doneOn,
            Led.@Nullable Line led,
            boolean leads,
            String changed) {

        /** How many letters it takes to say it. */
        int letters() {
            return text.length() + (led == null ? 0 : led.length());
        }
    }

    /** What a page shows: the lines as its reader names people, open agreements only, with links. */
    static OwnScreen onPage(List<OwnLine> lines, Led led, boolean keepsWishes, Words words) {
        return of(lines, led, new How(true, true, keepsWishes), words);
    }

    /** What paper and a turned screen show of these lines: no links, and with {@code named} false not whose they are. */
    static OwnScreen onPaper(List<OwnLine> lines, HouseholdView cut, boolean named, Words words) {
        return of(lines, Led.onPaper(cut, words), new How(named, false, false), words);
    }

    private record How(boolean named, boolean links, boolean keepsWishes) {}

    private static OwnScreen of(List<OwnLine> lines, Led led, How how, Words words) {
        People people = new People(led.cut(), words);
        return new OwnScreen(
                led.cut().frame().household(),
                of(lines, Kind.WISH)
                        .map(line -> line(line, led, how.named() ? people : null, words))
                        .toList(),
                of(lines, Kind.AGREEMENT)
                        .filter(line -> line.done() == null)
                        .map(line -> line(line, led, how.named() ? people : null, words))
                        .toList(),
                (int) of(lines, Kind.AGREEMENT)
                        .filter(line -> line.done() != null)
                        .count(),
                how.links(),
                how.keepsWishes());
    }

    private static Stream<OwnLine> of(List<OwnLine> lines, Kind kind) {
        return lines.stream().filter(line -> line.kind() == kind);
    }

    /** One line; {@code people} null where it is not told whose it is, nor who does it. */
    static Line line(OwnLine line, Led led, @Nullable People people, Words words) {
        Instant done = line.done();
        return new Line(
                line.id(),
                line.revision(),
                line.text(),
                people == null ? "" : line.who(),
                people == null
                        ? ""
                        : people.names(line.about().stream()
                                .sorted(Comparator.comparing(PersonId::value))
                                .toList()),
                line.due() == null ? "" : words.date(line.due()),
                line.overdue(words.today()),
                done == null ? null : words.date(words.dayOf(done)),
                led.line(line),
                led.offered(line),
                words.say("own.changed", line.changedBy(), words.date(words.dayOf(line.changedAt()))));
    }
}
