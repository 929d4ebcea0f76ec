package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.List;

/** JC_BORGER and JC_ANSVARLIG of a client. */
final class PersonRows {

    private static final List<String> ROLES = List.of("02", "03", "04", "05", "07", "08", "09", "12", "15");

    private final Sheet sheet;
    private final Caseworkers caseworkers;

    PersonRows(Sheet sheet, Caseworkers caseworkers) {
        this.sheet = sheet;
        this.caseworkers = caseworkers;
    }

    void plant(Client client) {
        citizen(client);
        responsible(client, "01", "1");
        if (client.dice().chance(0.5)) {
            responsible(client, client.dice().pick(ROLES), "0");
        }
        if (client.dice().chance(0.05)) {
            privateContact(client);
        }
    }

    private void citizen(Client client) {
        Dice dice = client.dice();
        boolean blank = dice.chance(0.03);
        String group = blank ? "" : client.targetGroup();
        String category = blank ? "" : TargetGroups.category(group, dice);
        boolean left = dice.chance(0.06);
        LocalDate until = left ? client.daysAgo(5, 900) : null;
        boolean asDate = group.equals("6.2") && dice.chance(0.02);
        sheet.add(
                client,
                Table.BORGER,
                until != null && until.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED,
                List.of(Seen.of(client.id(), "class", client.name(), group, category)),
                client.cpr(),
                dice.chance(0.98)
                        ? client.person().name().surname() + ", "
                                + client.person().name().given()
                        : "",
                dice.chance(0.1) ? "998" : "0998",
                asDate ? "06-feb" : group,
                TargetGroups.text(group),
                category,
                Sheet.date(until == null ? client.since() : until.minusDays(300)),
                Sheet.date(until),
                dice.any("Team Aktiv", "Team Unge", "Team Sygedagpenge – Øst", ""));
    }

    private void responsible(Client client, String role, String primary) {
        Dice dice = client.dice();
        Caseworkers.Caseworker worker = caseworkers.forRow(dice);
        LocalDate until = dice.chance(0.2) ? client.daysAgo(10, 700) : null;
        LocalDate from = until == null ? client.since() : until.minusDays(dice.between(30, 500));
        sheet.add(
                client,
                Table.ANSVARLIG,
                until != null && until.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED,
                List.of(Seen.of(
                        client.id(),
                        "worker",
                        "jobcenter",
                        client.name(),
                        worker.name(),
                        role,
                        primary.equals("1") ? "PRIMARY" : "OTHER",
                        from,
                        until)),
                client.cpr(),
                worker.initials(),
                role,
                primary.equals("1") && dice.chance(0.2) ? "1.0" : primary,
                Sheet.date(from),
                Sheet.end(until, dice));
    }

    private void privateContact(Client client) {
        String name = client.dice().any("Karima Østerlund", "Bent Lyngholt", "Ditte Ravnsbjerg");
        sheet.add(
                client,
                Table.ANSVARLIG,
                Fate.FILTERED,
                List.of(),
                client.cpr(),
                name,
                client.dice().any("20", "21"),
                "0",
                Sheet.date(client.since()),
                "");
    }
}
