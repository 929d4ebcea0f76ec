package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JC_AKTIVITET of a client: offers, planned, running, ended. */
final class OfferRows {

    private static final List<String> KINDS = List.of(
            "Virksomhedspraktik",
            "Virksomhedspraktik",
            "Løntilskud",
            "Nytteindsats",
            "Vejledning og opkvalificering",
            "Mentorstøtte",
            "Fleksjob");
    private static final Map<String, String> LAWS = Map.of(
            "Virksomhedspraktik", "LAB § 57",
            "Løntilskud", "LAB § 63",
            "Nytteindsats", "LAB § 58",
            "Vejledning og opkvalificering", "LAB § 90",
            "Mentorstøtte", "LAB § 167",
            "Fleksjob", "LAB § 116");
    private static final Map<String, String> STATUS =
            Map.of("Planlagt", "PLANNED", "Igang", "ACTIVE", "Afsluttet", "ENDED", "Afbrudt", "ENDED");

    private final Sheet sheet;

    OfferRows(Sheet sheet) {
        this.sheet = sheet;
    }

    void plant(Client client) {
        Dice dice = client.dice();
        if (dice.chance(0.12)) {
            LocalDate start = client.night().plusDays(dice.between(4, 50));
            write(client, "Planlagt", start, start.plusDays(dice.between(28, 180)));
        }
        if (dice.chance(0.4)) {
            LocalDate until = dice.chance(0.6) ? client.night().plusDays(dice.between(5, 200)) : null;
            write(client, "Igang", client.daysAgo(10, 300), until);
        }
        if (dice.chance(0.35)) {
            LocalDate until = client.daysAgo(10, 800);
            write(client, dice.any("Afsluttet", "Afsluttet", "Afbrudt"), until.minusDays(dice.between(20, 180)), until);
        }
    }

    private void write(Client client, String status, LocalDate start, @Nullable LocalDate until) {
        Dice dice = client.dice();
        String kind = dice.pick(KINDS);
        String law = dice.chance(0.9) ? LAWS.getOrDefault(kind, "") : "";
        String firm = dice.chance(0.7) ? dice.any("Fjordsted Genbrug", "Havnens Værksted; afd. 2", "Café Måge") : "";
        @Nullable Integer hours = dice.chance(0.85) ? Integer.valueOf(dice.between(2, 37)) : null;
        @Nullable Integer minutes = hours != null && dice.chance(0.3) ? dice.any(10, 15, 20, 30, 45) : null;
        String id = dice.uuid().toString();
        Seen seen = Seen.of(client.id(), "measure", "jobcenter", client.name())
                .and(id, kind, law, firm, start, until)
                .and(hoursAWeek(hours, minutes), STATUS.get(status), "");
        String cvr = firm.isEmpty() ? "" : "990000" + dice.between(10, 99);
        @Nullable
        Object[] values = {
            id, client.cpr(), kind, law, Sheet.date(start), Sheet.end(until, dice), hours, minutes, firm, cvr, status
        };
        Fate fate = until != null && until.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED;
        sheet.add(client, Table.AKTIVITET, fate, List.of(seen), values);
    }

    private static String hoursAWeek(@Nullable Integer hours, @Nullable Integer minutes) {
        if (hours == null) {
            return "";
        }
        BigDecimal part = BigDecimal.valueOf(minutes == null ? 0 : minutes)
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
        return BigDecimal.valueOf(hours).add(part).stripTrailingZeros().toPlainString();
    }
}
