package dk.samblik.bench;

import dk.samblik.demo.World;
import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.people.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Somebody whose consent is in force, and which departments it names. All of a household stand together in the file. */
record Enrolled(UUID household, String area, UUID person, String cpr, Set<String> departments) {

    private static final String FILE = "members.csv";
    private static final int ONE_IN = 100;

    Enrolled {
        departments = Set.copyOf(departments);
    }

    static List<Enrolled> of(World world) {
        List<Enrolled> members = new ArrayList<>();
        for (EnrolledHousehold household : world.desk().households()) {
            for (PlannedConsent consent : household.inForce()) {
                Person person = world.town().person(consent.subject());
                members.add(new Enrolled(
                        household.id(),
                        household.area().name(),
                        person.uuid(),
                        person.cpr(),
                        new HashSet<>(consent.sources())));
            }
        }
        return members;
    }

    /** Everybody of one household in a hundred. */
    static List<Enrolled> changed(List<Enrolled> members) {
        List<UUID> households =
                members.stream().map(Enrolled::household).distinct().toList();
        Set<UUID> some = new HashSet<>();
        for (int i = 0; i < households.size(); i += ONE_IN) {
            some.add(households.get(i));
        }
        return members.stream()
                .filter(member -> some.contains(member.household()))
                .toList();
    }

    static void write(Path folder, List<Enrolled> members) throws IOException {
        Files.write(folder.resolve(FILE), members.stream().map(Enrolled::line).toList());
    }

    static List<Enrolled> read(Path folder) {
        try {
            return Files.readAllLines(folder.resolve(FILE)).stream()
                    .map(Enrolled::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean asks(String department) {
        return departments.contains(department);
    }

    private String line() {
        return household + ";" + area + ";" + person + ";" + cpr + ";" + String.join(",", departments);
    }

    private static Enrolled parsed(String line) {
        String[] parts = line.split(";", -1);
        return new Enrolled(
                UUID.fromString(parts[0]), parts[1], UUID.fromString(parts[2]), parts[3], Set.of(parts[4].split(",")));
    }

    @Override
    public String toString() {
        return "Enrolled[" + person + "]";
    }
}
