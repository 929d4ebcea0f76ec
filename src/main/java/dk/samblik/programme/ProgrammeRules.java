package dk.samblik.programme;

import dk.samblik.programme.Programme.Mode;
import dk.samblik.programme.ProgrammeFolder.Read;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold of a programme, and of all together, beside the schema. */
final class ProgrammeRules {

    private final List<String> broken = new ArrayList<>();

    private ProgrammeRules() {}

    /** What does not hold, a sentence each that begins with file and line. */
    static List<String> broken(List<Read> read) {
        ProgrammeRules rules = new ProgrammeRules();
        read.forEach(rules::alone);
        for (int one = 0; one < read.size(); one++) {
            rules.areas(read.get(one), read.get(one));
            for (int other = 0; other < one; other++) {
                rules.beside(read.get(one), read.get(other));
                rules.areas(read.get(one), read.get(other));
            }
        }
        return rules.broken;
    }

    private void alone(Read read) {
        Programme programme = read.programme();
        if (!read.file().name().endsWith(programme.programme() + ".yaml")) {
            say(read, "'programme' must be the file's name without .yaml", "programme");
        }
        if (!programme.ends().isAfter(programme.starts())) {
            say(read, "'ends' must be after 'starts'", "ends");
        }
        if (programme.by(Mode.DRAW) != (programme.draw() != null)) {
            say(read, "there must be a 'draw' where 'enrolment' holds DRAW, and nowhere else", "enrolment");
        }
        if (programme.by(Mode.REFERRAL) == programme.criteria().isEmpty()) {
            say(read, "there must be 'criteria' where 'enrolment' holds REFERRAL, and nowhere else", "enrolment");
        }
        if (programme.draw() != null
                && programme.retention().keyMonths() < programme.draw().excludeMonths()) {
            say(read, "'key-months' must not be less than the draw's 'exclude-months'", "retention", "key-months");
        }
        if (programme.retention().seriesUntil().isBefore(programme.ends())) {
            say(read, "'series-until' must not be before 'ends'", "retention", "series-until");
        }
        doubles(read, "criteria", programme.criteria().stream().map(Programme.Criterion::code));
        for (int area = 0; area < programme.areas().size(); area++) {
            if (programme.areas().get(area).roads().isEmpty()) {
                say(read, "an area must have roads, or a school district that has some", "areas", area);
            }
        }
    }

    private void beside(Read read, Read other) {
        if (read.programme().code().equals(other.programme().code())) {
            say(read, "another programme has this code: " + other.file().name(), "code");
        }
    }

    /** No house is in two areas, and no two areas have one name: an area says which programme and team a household has. */
    private void areas(Read read, Read other) {
        List<Area> mine = read.programme().areas();
        for (int at = 0; at < mine.size(); at++) {
            Area area = mine.get(at);
            List<Area> others = other.programme()
                    .areas()
                    .subList(0, read == other ? at : other.programme().areas().size());
            for (Area one : others) {
                if (one.name().equals(area.name())) {
                    say(
                            read,
                            "another area has the name '" + area.name() + "' in "
                                    + other.file().name(),
                            "areas",
                            at);
                }
                area.roads().stream()
                        .filter(road -> one.roads().stream().anyMatch(road::meets))
                        .map(Area.Road::code)
                        .distinct()
                        .forEach(code -> say(
                                read,
                                "road " + code + " has houses that are in '" + one.name() + "' too, in "
                                        + other.file().name(),
                                "areas",
                                mine.indexOf(area)));
            }
        }
    }

    private void doubles(Read read, String part, Stream<String> names) {
        List<String> all = names.toList();
        if (Set.copyOf(all).size() < all.size()) {
            say(read, "a code of 'criteria' stands twice", part);
        }
    }

    private void say(Read read, String wrong, Object... path) {
        broken.add(read.file().where(List.of(path)) + ": " + wrong + ".");
    }
}
