package dk.samblik.alarm;

import dk.samblik.alarm.Alarm.Kind;
import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.household.CivilClock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.Set;

/** What is wrong in how the hub stands; also that something did not come. One rule a kind, all of them here. */
final class Signs {

    private Signs() {}

    /** Everything that is wrong now. */
    static Set<Sign> of(Standing standing, AlarmSettings settings) {
        Set<Sign> signs = new LinkedHashSet<>();
        add(signs, nightMissing(standing, settings), Kind.NIGHT_MISSING, "");
        standing.deliveries()
                .forEach(delivery -> add(
                        signs,
                        standing.before(delivery.produced(), delivery.freshFor()),
                        Kind.DELIVERY_MISSING,
                        delivery.name()));
        for (Standing.Source source : standing.sources()) {
            add(signs, !source.up(), Kind.SOURCE_DOWN, source.name());
            add(signs, source.partly(), Kind.SOURCE_PARTLY, source.name());
            add(
                    signs,
                    standing.before(source.lastSuccess(), settings.silentAfter()),
                    Kind.SOURCE_SILENT,
                    source.name());
            add(signs, source.difference() != 0, Kind.RECONCILIATION, source.name());
        }
        for (Standing.Refused refused : standing.quarantine()) {
            boolean old = standing.before(refused.oldest(), settings.quarantineAfter());
            add(signs, old, Kind.QUARANTINE_OLD, refused.source());
        }
        add(signs, !standing.logWritable(), Kind.ACCESS_LOG, "");
        add(signs, !standing.checkpoints(), Kind.CHECKPOINTS, "");
        boolean late = standing.oldestErasure() != null
                && standing.before(standing.oldestErasure(), settings.withdrawalWithin());
        add(signs, late, Kind.WITHDRAWAL_LATE, "");
        add(signs, standing.untold() > 0, Kind.WITHDRAWAL_UNTOLD, "");
        return signs;
    }

    private static void add(Set<Sign> signs, boolean wrong, Kind kind, String source) {
        if (wrong) {
            signs.add(new Sign(kind, source));
        }
    }

    /** Before the hour the night before is meant: what was missed stays missed until a night ends well. */
    private static boolean nightMissing(Standing standing, AlarmSettings settings) {
        ZonedDateTime now = standing.at().atZone(CivilClock.COPENHAGEN);
        LocalDate due = now.toLocalTime().isBefore(settings.nightBy())
                ? now.toLocalDate().minusDays(1)
                : now.toLocalDate();
        return standing.lastNight() == null || standing.lastNight().isBefore(due);
    }
}
