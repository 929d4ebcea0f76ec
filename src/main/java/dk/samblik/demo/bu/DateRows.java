package dk.samblik.demo.bu;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** bu.frist and bu.aktivitet of an open case. */
final class DateRows {

    private static final Map<String, String> STATUS =
            Map.of("PLANLAGT", "PLANNED", "UDFOERT", "HELD", "AFLYST", "CANCELLED");

    private final Setting setting;
    private final Book book;

    DateRows(Setting setting, Book book) {
        this.setting = setting;
        this.book = book;
    }

    void plant(ChildCase made) {
        Dice dice = made.dice();
        LocalDate night = setting.night();
        if (dice.chance(0.6)) {
            deadline(made, night.plusDays(dice.between(-25, 90)), null);
        }
        if (dice.chance(0.4)) {
            LocalDate met = night.minusDays(dice.between(20, 700));
            deadline(made, met, met);
        }
        if (dice.chance(0.6)) {
            contact(made, night.plusDays(dice.between(1, 40)), dice.any("PLANLAGT", "PLANLAGT", "PLANLAGT", "AFLYST"));
        }
        int past = dice.below(4);
        for (int i = 0; i < past; i++) {
            contact(made, night.minusDays(dice.between(5, 600)), dice.any("UDFOERT", "UDFOERT", "AFLYST"));
        }
    }

    private void deadline(ChildCase made, LocalDate date, @Nullable LocalDate met) {
        Person child = made.primary();
        String kind = made.dice().any("UNDERSOEGELSE_4_MDR", "BOERNESAMTALE", "OPFOELGNING", "PLAN");
        boolean over = met != null && date.isBefore(setting.back(child));
        book.write(BuTable.FRIST, book.nextId(), made.id(), kind, date, met);
        book.count(
                BuTable.FRIST,
                child,
                made.under(over ? Fate.FILTERED : Fate.MAPPED),
                Seen.of(child.id(), "deadline", "boern-og-unge", child.shownName(), kind, date, met));
    }

    private void contact(ChildCase made, LocalDate day, String status) {
        Person child = made.primary();
        Dice dice = made.dice();
        String kind = dice.pick(List.of("MOEDE", "MOEDE", "BOERNESAMTALE", "HJEMMEBESOEG", "TELEFON", "NOTAT"));
        LocalDate date = Setting.weekday(day);
        Fate own =
                kind.equals("NOTAT") ? Fate.UNREAD : date.isBefore(setting.back(child)) ? Fate.FILTERED : Fate.MAPPED;
        book.write(
                BuTable.AKTIVITET,
                book.nextId(),
                made.id(),
                kind,
                date,
                status,
                dice.chance(0.3),
                "Notat som ingen udenfor må se");
        Seen seen = Seen.of(child.id(), "appointment", "boern-og-unge", child.shownName())
                .and(kind, date, "", STATUS.get(status));
        book.count(BuTable.AKTIVITET, child, made.under(own), seen);
    }
}
