package dk.samblik.demo.cpr;

import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The records about a person's relations: children, parents, custody, guardianship. */
final class FamilyRecords {

    private static final String UNKNOWN = "0000000000";

    private final Town town;
    private final Map<Integer, List<Person>> children;

    FamilyRecords(Town town) {
        this.town = town;
        this.children = town.childrenByParent();
    }

    List<FixedLine> of(Person person, LocalDate day) {
        List<FixedLine> lines = new ArrayList<>();
        for (Person child : children.getOrDefault(person.id(), List.of())) {
            lines.add(new FixedLine("014", person.cpr()).put(14, 10, child.cpr()));
        }
        Person.Family family = person.family();
        if (family.mother() > 0 || family.father() > 0) {
            lines.add(parents(person));
        }
        if (!person.adultOn(day)) {
            family.custody().forEach(custody -> lines.add(custody(person, custody)));
        }
        Person.Guardian guardian = family.guardian();
        if (guardian != null) {
            lines.add(guardian(person, guardian));
        }
        return lines;
    }

    private FixedLine parents(Person person) {
        Person.Family family = person.family();
        FixedLine line = new FixedLine("015", person.cpr());
        parent(line, 14, family.mother(), person);
        return parent(line, 81, family.father(), person);
    }

    private FixedLine parent(FixedLine line, int position, int parent, Person child) {
        LocalDate birth = child.identity().birth();
        if (parent == 0) {
            return line.put(position + 11, 10, UNKNOWN);
        }
        Person known = town.person(parent);
        return line.put(position, 10, birth.toString())
                .put(position + 10, 1, "*")
                .put(position + 11, 10, known.cpr())
                .put(position + 21, 10, known.identity().birth().toString())
                .put(position + 32, 34, known.name().full());
    }

    private FixedLine custody(Person child, Person.Custody custody) {
        FixedLine line = new FixedLine("016", child.cpr())
                .put(14, 4, custody.holder().code())
                .put(18, 10, custody.since().toString());
        return custody.holder() != Person.Holder.OTHER
                ? line
                : line.put(
                                39,
                                10,
                                custody.other() == 0
                                        ? UNKNOWN
                                        : town.person(custody.other()).cpr())
                        .put(49, 10, custody.since().toString());
    }

    private FixedLine guardian(Person person, Person.Guardian guardian) {
        Person known = town.person(guardian.person());
        return new FixedLine("017", person.cpr())
                .put(14, 10, guardian.since().toString())
                .put(35, 4, "0001")
                .put(39, 10, known.cpr())
                .put(49, 10, guardian.since().toString())
                .put(59, 34, known.name().full())
                .put(93, 10, guardian.since().toString());
    }
}
