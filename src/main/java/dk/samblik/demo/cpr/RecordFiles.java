package dk.samblik.demo.cpr;

import dk.samblik.demo.people.Areas;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import dk.samblik.demo.plan.DeliveryFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the status load of the 1st and a change file for every evening since. */
public final class RecordFiles {

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
    private static final DateTimeFormatter LONG = DateTimeFormatter.BASIC_ISO_DATE;

    private final Town town;
    private final PersonRecords personRecords;
    private final FamilyRecords familyRecords;
    private final Set<Integer> subscription = new LinkedHashSet<>();

    public RecordFiles(Town town) {
        this.town = town;
        this.personRecords = new PersonRecords(town);
        this.familyRecords = new FamilyRecords(town);
        subscribe();
    }

    /** Writes the status load and all change files up to the evening before the night. */
    public void writeAll(Path folder) throws IOException {
        Files.createDirectories(folder);
        LocalDate load = town.statusLoad();
        writeStatusLoad(folder, load);
        for (LocalDate day = load; !day.isAfter(town.lastEvening()); day = day.plusDays(1)) {
            writeChanges(folder, day, 0);
        }
    }

    /**
     * Writes what the register sends on one evening: the change file, on the 1st after the status load. Of the faults it
     * knows the change file that does not come and the one whose end record counts wrong.
     */
    public void deliver(Path folder, LocalDate evening, DeliveryFault fault) throws IOException {
        Files.createDirectories(folder);
        if (evening.getDayOfMonth() == 1) {
            writeStatusLoad(folder, evening);
        }
        if (fault != DeliveryFault.NO_CHANGE_FILE) {
            writeChanges(folder, evening, fault == DeliveryFault.WRONG_CHANGE_COUNT ? 1 : 0);
        }
    }

    private void writeStatusLoad(Path folder, LocalDate day) throws IOException {
        List<FixedLine> lines = new ArrayList<>();
        for (int id : subscription) {
            Person now = town.person(id);
            Person then = day.isAfter(town.statusLoad()) ? now : town.atStatusLoad(now);
            records(then, day, lines);
        }
        write(folder.resolve("S" + SHORT.format(day) + ".L099801"), day, day.minusMonths(1), lines, 0);
    }

    private void writeChanges(Path folder, LocalDate day, int miscount) throws IOException {
        List<FixedLine> lines = new ArrayList<>();
        for (int id : changedOn(day)) {
            records(town.person(id), day, lines);
        }
        write(folder.resolve("D" + SHORT.format(day) + ".L099801"), day, day.minusDays(1), lines, miscount);
    }

    // After the night of the plan life goes on: a few people a day, by the seed.
    private Set<Integer> changedOn(LocalDate day) {
        Set<Integer> ids = new LinkedHashSet<>(town.changedOn(day));
        List<Integer> all = List.copyOf(subscription);
        if (day.isAfter(town.lastEvening())) {
            ids.add(town.dice("later", day).pick(all));
        }
        if (day.isAfter(town.statusLoad()) && day.getDayOfMonth() % 4 == 0) {
            outside(day).ifPresent(person -> ids.add(person.id()));
        }
        return ids;
    }

    // Now and then somebody outside the subscription comes along.
    private Optional<Person> outside(LocalDate day) {
        List<Person> others = town.people().stream()
                .filter(person -> !subscription.contains(person.id()))
                .toList();
        return others.isEmpty()
                ? Optional.empty()
                : Optional.of(town.dice("outside", day).pick(others));
    }

    private void records(Person person, LocalDate day, List<FixedLine> lines) {
        String earlier = person.identity().earlier();
        if (earlier != null && (person.id() % 2 == 0 || town.changedOn(day).contains(person.id()))) {
            lines.addAll(personRecords.dead(person, earlier));
        }
        lines.addAll(personRecords.of(person));
        lines.addAll(familyRecords.of(person, day));
    }

    private void subscribe() {
        Set<Integer> inAreas = new HashSet<>();
        for (Person person : town.people()) {
            if (livesInAreas(person) || livesInAreas(town.atStatusLoad(person))) {
                inAreas.add(person.id());
            }
        }
        for (Person person : town.people()) {
            if (inAreas.contains(person.id())) {
                subscription.add(person.id());
                person.family().custody().forEach(custody -> add(holder(person, custody)));
                Person then = town.atStatusLoad(person);
                then.family().custody().forEach(custody -> add(holder(then, custody)));
                Person.Guardian guardian = person.family().guardian();
                add(guardian == null ? 0 : guardian.person());
            } else if (!person.adultOn(town.night())
                    && (inAreas.contains(person.family().mother())
                            || inAreas.contains(person.family().father()))) {
                subscription.add(person.id());
            }
        }
    }

    private void add(int id) {
        if (id > 0) {
            subscription.add(id);
        }
    }

    private static int holder(Person child, Person.Custody custody) {
        return switch (custody.holder()) {
            case MOTHER -> child.family().mother();
            case FATHER -> child.family().father();
            case OTHER -> custody.other();
        };
    }

    private static boolean livesInAreas(Person person) {
        var address = person.residence().address();
        return address != null
                && Areas.ALL.stream()
                        .flatMap(area -> area.roads().stream())
                        .anyMatch(road -> road.code().equals(address.road()));
    }

    private static void write(Path file, LocalDate day, LocalDate before, List<FixedLine> lines, int miscount)
            throws IOException {
        StringBuilder text = new StringBuilder();
        text.append("000").append("0000000000").append("110901");
        text.append(LONG.format(day)).append(LONG.format(before)).append('\n');
        lines.forEach(line -> text.append(line).append('\n'));
        text.append("9999999999999")
                .append(String.format(Locale.ROOT, "%08d", lines.size() + 2 + miscount))
                .append('\n');
        Files.write(file, text.toString().getBytes(StandardCharsets.ISO_8859_1));
    }
}
