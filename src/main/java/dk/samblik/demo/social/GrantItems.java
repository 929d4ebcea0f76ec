package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code indsatser} of a citizen. */
final class GrantItems {

    private static final Map<String, String> STATUS =
            Map.of("ANSOEGT", "APPLIED", "BEVILGET", "GRANTED", "BESTILT", "ORDERED", "AFSLUTTET", "ENDED");
    private static final Map<String, String> TEXTS = Map.of(
            "ANSOEGT", "Ansøgt",
            "BEVILGET", "Bevilget",
            "BESTILT", "Bestilt",
            "AFSLUTTET", "Afsluttet",
            "ANNULLERET", "Annulleret",
            "FJERNET", "Fjernet");

    private int ids = 77_000;

    /** How much, as written and in hours a week. */
    private record Extent(@Nullable Map<String, @Nullable Object> written, String hours) {}

    /** When it runs, and how far it has come. */
    private record Run(
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {}

    void write(RecordDraft record) {
        Dice dice = record.dice();
        int count = dice.between(0, 3);
        for (int i = 0; i < count; i++) {
            one(record, Grant.roll(dice));
        }
    }

    private void one(RecordDraft record, Grant grant) {
        Dice dice = record.dice();
        LocalDate night = record.setting().night();
        String state = dice.any(
                "ANSOEGT",
                "BEVILGET",
                "BESTILT",
                "BESTILT",
                "BESTILT",
                "BESTILT",
                "AFSLUTTET",
                "ANNULLERET",
                "FJERNET");
        boolean running = grant.showing() == Grant.Showing.COUNT_ONLY && state.equals("AFSLUTTET");
        String left = running ? "BESTILT" : state;
        LocalDate until = left.equals("AFSLUTTET")
                ? night.minusDays(dice.between(5, 800))
                : dice.chance(0.2) ? night.plusDays(dice.between(5, 300)) : null;
        LocalDate from = left.equals("ANSOEGT")
                ? null
                : left.equals("AFSLUTTET") && until != null
                        ? until.minusDays(dice.between(20, 500))
                        : night.minusDays(dice.between(5, 700));
        item(record, grant, new Run(left, from, until));
    }

    private void item(RecordDraft record, Grant grant, Run run) {
        Dice dice = record.dice();
        int id = ids++;
        String kle = dice.chance(0.3) ? null : grant.kle();
        String provider =
                dice.chance(0.8) ? dice.any("Bostøtten Fjordsted", "Hjemmeplejen Øst", "Værestedet Broen") : null;
        Extent extent = extent(dice);
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", id);
        item.put("navn", record.blanks(grant.name()));
        item.put("paragraf", paragraph(grant, kle, dice));
        item.put("tilstand", dice.chance(0.1) ? TEXTS.get(run.state()) : run.state());
        item.put("leverandoer", provider == null ? null : Map.of("navn", record.blanks(provider)));
        item.put("start", Times.date(run.from(), dice));
        item.put("slut", Times.date(run.until(), dice));
        item.put(
                "opfoelgning",
                dice.chance(0.4) ? record.setting().night().plusDays(30).toString() : null);
        item.put("omfang", extent.written());
        item.put("maalgruppe", dice.chance(0.5) ? "Må ikke læses" : null);
        Seen seen = grant.showing() == Grant.Showing.COUNT_ONLY
                ? Seen.of(
                        record.person().id(),
                        "anonymous",
                        "social",
                        record.person().shownName())
                : Seen.of(
                        record.person().id(),
                        "measure",
                        "social",
                        record.person().shownName(),
                        id,
                        kle,
                        grant.law() + " § " + grant.section(),
                        provider,
                        run.from(),
                        run.until(),
                        extent.hours(),
                        STATUS.get(run.state()),
                        "");
        record.add("indsatser", item, fate(record, grant, run), List.of(seen));
    }

    private static Map<String, @Nullable Object> paragraph(Grant grant, @Nullable String kle, Dice dice) {
        Map<String, @Nullable Object> paragraph = new LinkedHashMap<>();
        paragraph.put("lov", grant.law());
        paragraph.put("sektion", grant.typed(dice));
        paragraph.put("kle", kle);
        return paragraph;
    }

    private static Fate fate(RecordDraft record, Grant grant, Run run) {
        LocalDate until = run.until();
        boolean over = until != null && until.isBefore(record.setting().back(record.person()));
        boolean cancelled = !STATUS.containsKey(run.state());
        return over || cancelled || grant.showing() == Grant.Showing.NOTHING ? Fate.FILTERED : Fate.MAPPED;
    }

    // Minutes are whole quarters of an hour, so that no rule of rounding in between can matter.
    private static Extent extent(Dice dice) {
        if (dice.chance(0.15)) {
            return new Extent(null, "");
        }
        String per = dice.any("DAG", "UGE", "UGE", "UGE", "MAANED");
        int minutes = dice.between(1, 12) * 15 * (per.equals("MAANED") ? 4 : 1);
        boolean times = dice.chance(0.3);
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        written.put("antal", times ? BigDecimal.valueOf(dice.between(1, 4)) : hours(minutes));
        written.put("pr", per);
        written.put("minutter", times ? null : Integer.valueOf(minutes));
        return new Extent(
                written,
                times ? "" : aWeek(hours(minutes), per).stripTrailingZeros().toPlainString());
    }

    private static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal aWeek(BigDecimal hours, String per) {
        return switch (per) {
            case "DAG" -> hours.multiply(BigDecimal.valueOf(7));
            case "MAANED" -> hours.divide(new BigDecimal("4.33"), 2, RoundingMode.HALF_UP);
            default -> hours;
        };
    }
}
