package dk.samblik.demo;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.Member;
import dk.samblik.demo.enrolment.Participation;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The lines a reader must see about one open household on the night, and nothing else. */
final class ExpectedHousehold {

    private final World world;
    private final EnrolledHousehold household;
    private final List<String> lines = new ArrayList<>();
    private final List<Seen> planned = new ArrayList<>();

    ExpectedHousehold(World world, EnrolledHousehold household) {
        this.world = world;
        this.household = household;
    }

    List<String> lines(Asked asked) {
        household.inForce().forEach(consent -> member(consent, asked));
        notPart();
        lines.addAll(Clashes.lines(planned));
        boolean hidden = household.members().stream()
                .anyMatch(member ->
                        world.setting().protectedHousehold(world.town().person(member.person())));
        return lines.stream()
                .map(line -> hidden ? Hidden.from(line) : line)
                .sorted()
                .toList();
    }

    private void member(PlannedConsent consent, Asked asked) {
        Person person = world.town().person(consent.subject());
        String kind = person.adultOn(world.night()) ? "ADULT" : "CHILD";
        lines.add(
                Seen.line("member", person.shownName(), kind, person.identity().birth()));
        for (SourceRegister register : SourceRegister.values()) {
            List<Planted<?>> rows = asked.rows(register, person.id());
            lines.add(Seen.line(
                    "state", register.id(), person.shownName(), state(consent, register, rows), refused(rows)));
            seen(person, rows);
        }
    }

    private String state(PlannedConsent consent, SourceRegister register, List<Planted<?>> rows) {
        if (!consent.sources().contains(register.source())) {
            return "NOT_IN_SCOPE";
        }
        String planned =
                register == SourceRegister.SOCIAL ? world.social().states().getOrDefault(consent.subject(), "") : "";
        boolean mapped = rows.stream().anyMatch(row -> row.fate().equals(Fate.MAPPED));
        return !planned.isEmpty() ? planned : mapped ? "ANSWERED" : "NOTHING";
    }

    private static long refused(List<Planted<?>> rows) {
        return rows.stream()
                .filter(row -> row.fate().kind() == Fate.Kind.QUARANTINED)
                .count();
    }

    private void seen(Person person, List<Planted<?>> rows) {
        Map<String, Integer> anonymous = new TreeMap<>();
        for (Planted<?> row : rows) {
            for (Seen seen : row.seen()) {
                if (seen.person() != person.id()) {
                    continue;
                }
                if (seen.line().startsWith("anonymous|")) {
                    anonymous.merge(seen.line(), 1, Integer::sum);
                } else {
                    lines.add(seen.line());
                }
                if (seen.slot() != null) {
                    planned.add(seen);
                }
            }
        }
        anonymous.forEach((line, count) -> lines.add(Seen.line(line, count)));
    }

    private void notPart() {
        long declined = household.members().stream()
                .filter(member -> member.participation() == Participation.DECLINED)
                .filter(this::adult)
                .count();
        if (declined > 0) {
            lines.add(Seen.line("notpart", declined));
        }
    }

    private boolean adult(Member member) {
        return world.town().person(member.person()).adultOn(world.night());
    }
}
