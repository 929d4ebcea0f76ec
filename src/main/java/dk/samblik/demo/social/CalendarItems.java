package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code kalender} of a citizen: the last months and the next weeks. */
final class CalendarItems {

    private static final Map<String, String> STATUS =
            Map.of("PLANLAGT", "PLANNED", "AFHOLDT", "HELD", "UDEBLEVET", "MISSED", "AFLYST", "CANCELLED");
    private static final Map<String, String> TEXTS =
            Map.of("PLANLAGT", "Planlagt", "AFHOLDT", "Afholdt", "UDEBLEVET", "Udeblevet", "AFLYST", "Aflyst");

    private int ids = 551_200;

    void write(RecordDraft record, Staff.Employee primary) {
        Dice dice = record.dice();
        LocalDate night = record.setting().night();
        int past = dice.below(4);
        for (int i = 0; i < past; i++) {
            LocalDate day = Setting.weekday(night.minusDays(dice.between(5, 165)));
            one(record, primary, day.atTime(time(dice), 30), dice.any("AFHOLDT", "AFHOLDT", "UDEBLEVET", "AFLYST"));
        }
        if (dice.chance(0.6)) {
            LocalDate day = Setting.weekday(night.plusDays(dice.between(1, 45)));
            one(record, primary, day.atTime(time(dice), 0), dice.any("PLANLAGT", "PLANLAGT", "PLANLAGT", "AFLYST"));
        }
        LocalDateTime clash = record.setting().clashing(record.person());
        if (clash != null && dice.chance(0.8)) {
            one(record, primary, clash.minusMinutes(dice.any(15, 0, 30)), "PLANLAGT");
        }
    }

    private static int time(Dice dice) {
        return dice.between(8, 15);
    }

    private void one(RecordDraft record, Staff.Employee primary, LocalDateTime start, String status) {
        Dice dice = record.dice();
        Person person = record.person();
        LocalDateTime end = start.plusMinutes(dice.any(30, 45, 60, 90));
        String kind = dice.any("SAMTALE", "HJEMMEBESOEG", "OPFOELGNING", "MOEDE");
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", ids++);
        item.put("type", kind);
        item.put("start", Times.moment(start));
        item.put("slut", Times.moment(end));
        item.put("sted", dice.chance(0.3) ? null : dice.any("Hjemme", "Sundhedshuset Fjordsted"));
        item.put("medarbejderId", dice.chance(0.8) ? Integer.valueOf(primary.id()) : null);
        item.put("status", dice.chance(0.1) ? TEXTS.get(status) : status);
        Seen seen = Seen.of(
                person.id(),
                "appointment",
                "social",
                person.shownName(),
                kind,
                start.toLocalDate(),
                start.toLocalTime(),
                STATUS.get(status));
        Seen.Slot slot = new Seen.Slot("social", start.toLocalDate(), start.toLocalTime(), end.toLocalTime());
        record.add("kalender", item, Fate.MAPPED, List.of(status.equals("PLANLAGT") ? seen.at(slot) : seen));
    }
}
