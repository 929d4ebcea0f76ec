package dk.samblik.demo;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom a first night must ask each register for, and the rows planted about them. */
final class Asked {

    private final Map<SourceRegister, Set<Integer>> people = new EnumMap<>(SourceRegister.class);
    private final Map<SourceRegister, List<Planted<?>>> planted = new EnumMap<>(SourceRegister.class);
    private final Map<SourceRegister, Map<Integer, List<Planted<?>>>> byPerson = new EnumMap<>(SourceRegister.class);

    Asked(World world, DemoRegisters registers) {
        for (EnrolledHousehold household : world.desk().households()) {
            household.inForce().forEach(this::ask);
        }
        planted.put(SourceRegister.JOBCENTER, List.copyOf(registers.jobcenterRows()));
        planted.put(SourceRegister.BOLIG, List.copyOf(registers.boligRows()));
        planted.put(SourceRegister.BOERN_OG_UNGE, List.copyOf(world.bu().counted()));
        planted.put(SourceRegister.SOCIAL, List.copyOf(world.social().counted()));
        planted.forEach(this::sort);
    }

    /** The rows a register has about one person, if he is asked about. */
    List<Planted<?>> rows(SourceRegister register, int person) {
        return byPerson.getOrDefault(register, Map.of()).getOrDefault(person, List.of());
    }

    /** All rows of a register that the hub may come across. */
    List<Planted<?>> rows(SourceRegister register) {
        return planted.getOrDefault(register, List.of()).stream()
                .filter(row -> !row.fate().equals(Fate.UNREAD))
                .toList();
    }

    /** Whether a row is about somebody the register is asked for. */
    boolean about(SourceRegister register, Planted<?> row) {
        Set<Integer> asked = people.getOrDefault(register, Set.of());
        return row.owners().stream().anyMatch(asked::contains);
    }

    private void ask(PlannedConsent consent) {
        for (SourceRegister register : SourceRegister.values()) {
            if (consent.sources().contains(register.source())) {
                people.computeIfAbsent(register, r -> new HashSet<>()).add(consent.subject());
            }
        }
    }

    private void sort(SourceRegister register, List<Planted<?>> rows) {
        Set<Integer> asked = people.getOrDefault(register, Set.of());
        Map<Integer, List<Planted<?>>> sorted = new HashMap<>();
        for (Planted<?> row : rows) {
            row.owners().stream()
                    .filter(asked::contains)
                    .forEach(owner -> sorted.computeIfAbsent(owner, o -> new ArrayList<>())
                            .add(row));
        }
        byPerson.put(register, sorted);
    }
}
