package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Names;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Responsible staff: one primary, sometimes others, now and then one whose unit gives a treatment away. */
final class Staff {

    private static final List<String> UNITS =
            List.of("Myndighed Voksen", "Bostøtten Fjordsted", "Hjemmeplejen Øst", "Sundhed og Rehabilitering");
    private static final List<String> TELLING =
            List.of("Rusmiddelcenter Fjordsted", "Alkoholrådgivningen", "Krisecentret Havblik", "Misbrugsteamet");

    private final List<Employee> employees = new ArrayList<>();

    Staff(Names names, Dice dice) {
        for (int id = 310; id < 370; id++) {
            employees.add(new Employee(id, names.staff(dice)));
        }
    }

    /** Somebody on the list. */
    record Employee(int id, String name) {}

    /** Writes who is responsible and gives the primary one. */
    Employee write(RecordDraft record) {
        Dice dice = record.dice();
        List<Employee> order = dice.shuffled(employees);
        Employee primary = order.get(0);
        responsible(record, primary, "PRIMAER", dice.pick(UNITS), null);
        if (dice.chance(0.5)) {
            LocalDate until = dice.chance(0.3) ? record.setting().night().minusDays(dice.between(5, 700)) : null;
            responsible(record, order.get(1), "OEVRIG", dice.pick(UNITS), until);
        }
        if (dice.chance(0.06)) {
            responsible(record, order.get(2), "OEVRIG", dice.pick(TELLING), null);
        }
        return primary;
    }

    private static void responsible(
            RecordDraft record, Employee employee, String role, String unit, @Nullable LocalDate until) {
        Dice dice = record.dice();
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("medarbejderId", employee.id());
        item.put("navn", record.blanks(employee.name()));
        item.put("titel", TELLING.contains(unit) ? "Misbrugsbehandler" : title(dice));
        item.put("telefon", dice.chance(0.7) ? "99 00 33 " + dice.between(10, 99) : null);
        item.put("enhed", unit);
        item.put("rolle", role);
        item.put("til", Times.date(until, dice));
        boolean over = until != null && until.isBefore(record.setting().back(record.person()));
        record.add(
                "ansvarlige",
                item,
                over ? Fate.FILTERED : Fate.MAPPED,
                List.of(Seen.of(
                        record.person().id(),
                        "worker",
                        "social",
                        record.person().shownName(),
                        employee.name(),
                        role,
                        role.equals("PRIMAER") ? "PRIMARY" : "OTHER",
                        "",
                        until)));
    }

    private static @Nullable String title(Dice dice) {
        return dice.chance(0.3) ? null : dice.any("Myndighedsrådgiver", "Bostøttemedarbejder", "Visitator");
    }
}
