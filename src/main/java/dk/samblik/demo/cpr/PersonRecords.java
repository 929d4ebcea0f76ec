package dk.samblik.demo.cpr;

import dk.samblik.demo.people.Address;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The records about one person herself: identity, address, protection, names, civil status, earlier number. */
final class PersonRecords {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd'0800'");
    private static final String NO_TIME = "000000000000";

    private final Town town;

    PersonRecords(Town town) {
        this.town = town;
    }

    List<FixedLine> of(Person person) {
        List<FixedLine> lines = new ArrayList<>();
        lines.add(identity(person, person.cpr(), person.residence().status(), ""));
        Address address = person.residence().address();
        if (address != null) {
            lines.add(address(person, address));
            lines.add(addressText(person, address));
        }
        person.protections().forEach(protection -> lines.add(protection(person, protection)));
        // Names are missing now and then for those who are gone.
        if (address != null || person.id() % 2 == 0) {
            lines.add(name(person));
        }
        lines.add(new FixedLine("009", person.cpr()).put(14, 4, "8329"));
        lines.add(new FixedLine("010", person.cpr()).put(14, 4, "5100").put(18, 12, NO_TIME));
        lines.add(new FixedLine("011", person.cpr()).put(14, 1, "F"));
        lines.add(civilStatus(person));
        earlierNumber(person, lines);
        earlierAddress(person, lines);
        return lines;
    }

    /** What is left of a number that is no longer in force. */
    List<FixedLine> dead(Person person, String earlier) {
        return List.of(identity(person, earlier, "60", person.cpr()));
    }

    private static FixedLine identity(Person person, String cpr, String status, String inForce) {
        LocalDate birth = person.identity().birth();
        FixedLine line = new FixedLine("001", cpr)
                .put(14, 10, inForce)
                .put(24, 2, status)
                .put(26, 12, NO_TIME)
                .put(39, 1, person.identity().sex().name())
                .put(40, 10, birth.toString())
                .put(51, 10, birth.toString());
        String occupation = person.occupation();
        return occupation == null ? line : line.put(73, 34, occupation);
    }

    private static FixedLine address(Person person, Address address) {
        String since = MINUTE.format(person.residence().since());
        return place(new FixedLine("002", person.cpr()), 14, address)
                .put(70, 12, since)
                .put(83, 12, since)
                .put(96, 4, "0000")
                .put(100, 12, NO_TIME)
                .put(113, 4, "0000");
    }

    private static FixedLine addressText(Person person, Address address) {
        return place(new FixedLine("003", person.cpr()), 208, address)
                .put(14, 34, person.name().full())
                .put(116, 34, address.standardLine())
                .put(184, 4, address.postcode())
                .put(188, 20, address.city())
                .put(230, 20, address.roadName());
    }

    private static FixedLine place(FixedLine line, int position, Address address) {
        return line.put(position, 4, address.municipality())
                .put(position + 4, 4, address.road())
                .put(position + 8, 4, address.houseField())
                .put(position + 12, 2, address.floorField())
                .put(position + 14, 4, address.doorField());
    }

    private static FixedLine protection(Person person, Person.Protection protection) {
        FixedLine line = new FixedLine("004", person.cpr())
                .put(14, 4, protection.type())
                .put(18, 10, protection.from().toString());
        return date(line, 28, protection.until());
    }

    private static FixedLine name(Person person) {
        Person.Name name = person.name();
        boolean shortened = name.full().length() > 34;
        return new FixedLine("008", person.cpr())
                .put(14, 50, name.given())
                .put(65, 40, name.middle())
                .put(106, 40, name.surname())
                .put(
                        147,
                        12,
                        DateTimeFormatter.BASIC_ISO_DATE.format(
                                        person.identity().birth()) + "0000")
                .put(159, 1, shortened ? "+" : " ")
                .put(160, 34, name.full());
    }

    private FixedLine civilStatus(Person person) {
        Person.Family family = person.family();
        FixedLine line = new FixedLine("012", person.cpr()).put(14, 1, String.valueOf(family.civil()));
        if (family.spouse() == 0) {
            return line.put(71, 12, NO_TIME);
        }
        Person spouse = town.person(family.spouse());
        return line.put(15, 10, spouse.cpr())
                .put(25, 10, spouse.identity().birth().toString())
                .put(36, 34, spouse.name().full())
                .put(71, 12, NO_TIME);
    }

    private static void earlierNumber(Person person, List<FixedLine> lines) {
        String earlier = person.identity().earlier();
        LocalDate changed = person.identity().changed();
        if (earlier != null && changed != null) {
            String day = DateTimeFormatter.BASIC_ISO_DATE.format(changed) + "0000";
            lines.add(new FixedLine("022", person.cpr())
                    .put(14, 10, earlier)
                    .put(24, 12, NO_TIME)
                    .put(36, 12, day));
        }
    }

    private static void earlierAddress(Person person, List<FixedLine> lines) {
        Address earlier = person.residence().earlier();
        if (earlier != null) {
            lines.add(place(new FixedLine("023", person.cpr()), 14, earlier)
                    .put(70, 12, NO_TIME)
                    .put(83, 12, MINUTE.format(person.residence().since())));
        }
    }

    private static FixedLine date(FixedLine line, int position, @Nullable LocalDate date) {
        return date == null ? line : line.put(position, 10, date.toString());
    }
}
