package dk.samblik.demo.jobcenter;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import dk.samblik.demo.plan.Setting;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JC_KONTAKT of a client: interviews of the last two years and those planned. */
final class MeetingRows {

    private static final List<String> KINDS =
            List.of("Jobsamtale", "Jobsamtale", "Opfølgning", "Opfølgning", "Fællessamtale", "Helhedsorienteret møde");
    private static final Map<String, String> STATUS =
            Map.of("Planlagt", "PLANNED", "Afholdt", "HELD", "Udeblevet", "MISSED", "Aflyst", "CANCELLED");

    private final Sheet sheet;
    private final Caseworkers caseworkers;

    MeetingRows(Sheet sheet, Caseworkers caseworkers) {
        this.sheet = sheet;
        this.caseworkers = caseworkers;
    }

    void plant(Client client) {
        Dice dice = client.dice();
        int past = dice.below(6);
        for (int i = 0; i < past; i++) {
            String status = dice.any("Afholdt", "Afholdt", "Afholdt", "Udeblevet", "Aflyst");
            write(client, Setting.weekday(client.daysAgo(8, 700)), time(dice), status);
        }
        if (dice.chance(0.6)) {
            LocalDate day = Setting.weekday(client.night().plusDays(dice.between(1, 45)));
            write(client, day, time(dice), dice.chance(0.93) ? "Planlagt" : "Aflyst");
        }
        LocalDateTime clash = client.clash();
        if (clash != null && dice.chance(0.7)) {
            write(client, clash.toLocalDate(), clash.toLocalTime(), "Planlagt");
        }
    }

    private void write(Client client, LocalDate day, @Nullable LocalTime time, String status) {
        Dice dice = client.dice();
        String kind = dice.pick(KINDS);
        Seen seen = Seen.of(client.id(), "appointment", "jobcenter", client.name())
                .and(kind, day, time, STATUS.getOrDefault(status, ""));
        if (time != null && status.equals("Planlagt")) {
            seen = seen.at(new Seen.Slot("jobcenter", day, time, time.plusMinutes(60)));
        }
        sheet.add(
                client,
                Table.KONTAKT,
                day.isBefore(client.back()) ? Fate.FILTERED : Fate.MAPPED,
                List.of(seen),
                dice.uuid(),
                client.cpr(),
                kind,
                Sheet.date(day),
                time,
                dice.any("Fremmøde", "Fremmøde", "Telefon", "Video"),
                status,
                dice.chance(0.9) ? caseworkers.forRow(dice).initials() : "",
                place(dice));
    }

    private static @Nullable LocalTime time(Dice dice) {
        LocalTime time = LocalTime.of(dice.between(8, 15), dice.between(0, 3) * 15);
        return dice.chance(0.85) ? time : null;
    }

    private static String place(Dice dice) {
        int kind = dice.below(1000);
        if (kind < 2) {
            return "Beboerhuset,\r\nMosebakken 1";
        }
        return kind < 7 ? "Rådhuset; indgang B" : dice.any("Jobcenter Fjordsted, lokale 3", "");
    }
}
