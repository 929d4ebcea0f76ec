package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** JC_YDELSE of a client: what he lives on now, what he lived on before, housing benefit, names that have ended. */
final class BenefitRows {

    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);

    private final Sheet sheet;
    private final Set<String> keys = new HashSet<>();

    BenefitRows(Sheet sheet) {
        this.sheet = sheet;
    }

    void plant(Client client) {
        Dice dice = client.dice();
        String kind = TargetGroups.benefit(client.targetGroup());
        if (!kind.isEmpty()) {
            current(client, kind);
        }
        if (dice.chance(0.35)) {
            write(client, "Boligsikring", "", client.daysAgo(60, 600), null);
        }
        if (dice.chance(0.3)) {
            LocalDate until = client.daysAgo(200, 700);
            write(client, "Sygedagpenge", "", until.minusDays(dice.between(30, 150)), until);
        }
        if (client.person().ageOn(client.night()) < 32 && dice.chance(0.3)) {
            LocalDate until = REFORM.minusDays(1);
            write(client, "Uddannelseshjælp", "", until.minusDays(dice.between(100, 700)), until);
        }
        if (dice.chance(0.01)) {
            write(client, dice.any("Uddannelseshjælp", "Overgangsydelse"), "", client.daysAgo(40, 160), null);
        }
    }

    private void current(Client client, String kind) {
        Dice dice = client.dice();
        String rate = kind.equals("Kontanthjælp")
                ? dice.any("Mindstesats", "Grundsats", "Grundsats", "Forhøjet sats", "Hjemmeboende")
                : "";
        LocalDate from = client.since().isBefore(REFORM) && kind.equals("Kontanthjælp") ? REFORM : client.since();
        // Some run out soon: an alert of the household page.
        LocalDate until = dice.chance(0.1) ? client.night().plusDays(dice.between(3, 60)) : null;
        write(client, kind, rate, from, until);
        if (dice.chance(0.02)) {
            write(client, kind, rate, from.plusDays(17), until);
        }
    }

    private void write(Client client, String kind, String rate, LocalDate from, @Nullable LocalDate until) {
        Dice dice = client.dice();
        if (!keys.add(client.id() + kind + from)) {
            return;
        }
        int amount = dice.between(2_100, 19_400);
        String written = dice.chance(0.01)
                ? amount + ".00"
                : String.format(Locale.ROOT, "%d.%03d,00", amount / 1000, amount % 1000);
        sheet.add(
                client,
                Table.YDELSE,
                until != null && until.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED,
                List.of(Seen.of(client.id(), "benefit", client.name(), kind, rate, from, until)),
                client.cpr(),
                kind,
                rate,
                Sheet.date(from),
                Sheet.end(until, dice),
                dice.chance(0.05) ? "" : written,
                kind.equals("Sygedagpenge") ? "Uge" : "Måned",
                dice.chance(0.1) ? "998" : "0998");
    }
}
