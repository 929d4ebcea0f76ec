package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** Paid hours and educations, and absence, which the hub has no purpose for. */
final class WorkRows {

    private final Sheet sheet;

    WorkRows(Sheet sheet) {
        this.sheet = sheet;
    }

    void plant(Client client) {
        Dice dice = client.dice();
        if (dice.chance(0.2)) {
            LocalDate from = client.daysAgo(20, 400);
            unread(client, Table.FRAVAER, dice.any(1, 8, 10, 11), Sheet.date(from), Sheet.end(from.plusDays(14), dice));
        }
        if (dice.chance(0.3)) {
            for (int month = 1; month <= 13; month++) {
                paid(client, YearMonth.from(client.night()).minusMonths(month));
            }
        }
        if (dice.chance(0.15)) {
            String kind = dice.any("Social- og sundhedshjælper", "HF; enkeltfag", "");
            studied(client, kind, client.daysAgo(100, 1500), dice.any("Igang", "Afsluttet", "Afbrudt"));
        }
    }

    private void studied(Client client, String kind, LocalDate from, String status) {
        boolean over = !status.equals("Igang") && from.isBefore(client.back());
        sheet.add(
                client,
                Table.UDDANNELSE,
                over ? Fate.FILTERED : Fate.MAPPED,
                List.of(Seen.of(client.id(), "education", client.name(), kind, status, from, "")),
                client.cpr(),
                kind,
                status,
                Sheet.date(from),
                "");
    }

    private void paid(Client client, YearMonth month) {
        Dice dice = client.dice();
        if (dice.chance(0.7)) {
            int hours = dice.between(4, 160);
            int hundredths = dice.between(0, 99);
            String ordinary = dice.any("J", "J", "N", "");
            String seen = BigDecimal.valueOf(hours * 100L + hundredths, 2)
                    .stripTrailingZeros()
                    .toPlainString();
            sheet.add(
                    client,
                    Table.LOENTIMER,
                    month.atEndOfMonth().isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED,
                    List.of(Seen.of(client.id(), "hours", client.name(), month, seen, ordinary)),
                    client.cpr(),
                    month,
                    String.format(Locale.ROOT, "%d,%02d", hours, hundredths),
                    ordinary,
                    dice.any("Fjordsted Rengøring ApS", "Bageri Skumring"));
        }
    }

    private void unread(Client client, Table table, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = client.cpr();
        System.arraycopy(values, 0, all, 1, values.length);
        sheet.add(client, table, Fate.UNREAD, List.of(), all);
    }
}
