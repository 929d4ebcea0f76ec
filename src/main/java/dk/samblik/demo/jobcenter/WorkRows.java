package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;

/** The three files the hub has no purpose for: absence, paid hours, education. */
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
            LocalDate from = client.daysAgo(100, 1500);
            unread(client, Table.UDDANNELSE, kind, dice.any("Igang", "Afsluttet", "Afbrudt"), Sheet.date(from), "");
        }
    }

    private void paid(Client client, YearMonth month) {
        Dice dice = client.dice();
        if (dice.chance(0.7)) {
            String hours = String.format(Locale.ROOT, "%d,%02d", dice.between(4, 160), dice.between(0, 99));
            String ordinary = dice.any("J", "J", "N", "");
            unread(
                    client,
                    Table.LOENTIMER,
                    month,
                    hours,
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
