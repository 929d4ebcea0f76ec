package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** bu.indsats: measures granted to the child, to a brother or sister, to the mother. */
final class MeasureRows {

    private static final List<String> KINDS =
            List.of("FAMILIEBEHANDLING", "KONTAKTPERSON", "AFLASTNING", "PAEDAGOGISK", "FRITID", "GRUPPE", "DAGTILBUD");
    private static final Map<String, String> STATUS =
            Map.of("ANSOEGT", "APPLIED", "BEVILGET", "GRANTED", "IGANG", "ACTIVE", "AFSLUTTET", "ENDED");

    private final Setting setting;
    private final Book book;

    MeasureRows(Setting setting, Book book) {
        this.setting = setting;
        this.book = book;
    }

    /** When a measure runs. */
    private record Run(
            String status, LocalDate start, @Nullable LocalDate end) {}

    /** Any measure that fits the case. */
    void roll(ChildCase under, Person person) {
        Dice dice = under.dice();
        String consent = dice.chance(0.15) ? "" : dice.chance(0.03) ? "UDEN" : "MED";
        write(under, person, Paragraph.roll(dice), consent);
    }

    void write(ChildCase under, Person person, Paragraph paragraph, String consent) {
        Dice dice = under.dice();
        Run run = run(under, dice);
        int id = book.nextId();
        String kind = person.adultOn(setting.night()) ? "STOETTEPERSON" : dice.pick(KINDS);
        String provider = dice.chance(0.8) ? dice.any("Familiehuset Fjordsted", "Ungekollen", "Børnekompasset") : "";
        String hours = dice.chance(0.75) ? dice.any("4.50", "2.00", "7.25", "10.00", "1.75") : "";
        Object granted = run.status().equals("ANSOEGT") ? "" : run.start().minusDays(6);
        @Nullable
        Object[] values = {
            id,
            under.id(),
            book.cpr(person),
            paragraph.law(),
            paragraph.typed(),
            kind,
            provider,
            granted,
            run.start(),
            run.end(),
            hours,
            run.status(),
            consent
        };
        book.write(BuTable.INDSATS, values);
        Seen seen = Seen.of(person.id(), "measure", "boern-og-unge", person.shownName())
                .and(id, kind, paragraph.shown(), provider, run.start(), run.end())
                .and(plain(hours), STATUS.get(run.status()), under.shownTo(person));
        boolean shown = paragraph.mayBeShown(consent) && !over(run, person);
        book.count(BuTable.INDSATS, person, under.under(shown ? Fate.MAPPED : Fate.FILTERED), seen);
    }

    private boolean over(Run run, Person person) {
        LocalDate end = run.end();
        return end != null && end.isBefore(setting.back(person));
    }

    private Run run(ChildCase under, Dice dice) {
        LocalDate night = setting.night();
        LocalDate closed = under.closed();
        if (closed != null) {
            return new Run("AFSLUTTET", closed.minusDays(dice.between(20, 200)), closed.minusDays(dice.below(10)));
        }
        if (!under.open()) {
            LocalDate end = under.opened().plusDays(10);
            return new Run("AFSLUTTET", under.opened(), end);
        }
        int kind = dice.below(10);
        if (kind < 1) {
            return new Run(dice.any("ANSOEGT", "BEVILGET"), night.plusDays(dice.between(3, 40)), null);
        }
        if (kind < 3) {
            LocalDate end = night.minusDays(dice.between(5, 600));
            return new Run("AFSLUTTET", end.minusDays(dice.between(30, 300)), end);
        }
        LocalDate end = dice.chance(0.4) ? night.plusDays(dice.between(5, 250)) : null;
        return new Run("IGANG", night.minusDays(dice.between(6, 500)), end);
    }

    private static String plain(String hours) {
        return hours.isEmpty() ? "" : new BigDecimal(hours).stripTrailingZeros().toPlainString();
    }
}
