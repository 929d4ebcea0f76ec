package dk.samblik.oversight;

import dk.samblik.consent.Mistakes;
import dk.samblik.consent.Mistakes.Mistake;
import dk.samblik.household.CivilClock;
import dk.samblik.oversight.MistakenConsent.Assessment;
import dk.samblik.oversight.MistakenConsent.Found;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The consents that were registered by mistake, and what the data protection officer found of each. */
@Component
class MistakenConsents {

    private final Database web;
    private final Mistakes mistakes;
    private final CivilClock clock;

    MistakenConsents(@Qualifier("webDatabase") Database web, Mistakes mistakes, CivilClock clock) {
        this.web = web;
        this.mistakes = mistakes;
        this.clock = clock;
    }

    private record Key(UUID consent, int version) {
        static Key of(Mistake mistake) {
            return new Key(mistake.consent(), mistake.version());
        }
    }

    /** All that are kept, the newest first. */
    List<MistakenConsent> all() {
        Map<Key, Found> found = found();
        return mistakes.since(LocalDate.EPOCH).stream()
                .map(mistake -> new MistakenConsent(mistake, found.get(Key.of(mistake))))
                .toList();
    }

    private Map<Key, Found> found() {
        return web
                .sql()
                .sql("select consent_id, version, assessment, assessed_by, assessed_at from mistake_assessment")
                .query((row, at) -> Map.entry(
                        new Key(row.getObject(1, UUID.class), row.getInt(2)),
                        new Found(
                                Assessment.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class).toInstant())))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Notes what was found of some; what is not among them, or is found as before, stays as it is. */
    void assess(Map<MistakenConsent, Assessment> found, String by) {
        Timestamp now = Timestamp.from(clock.now());
        List<Object[]> changes = found.entrySet().stream()
                .map(one -> new Object[] {
                    one.getKey().mistake().consent(),
                    one.getKey().mistake().version(),
                    one.getValue().name(),
                    by,
                    now
                })
                .toList();
        web.inTransaction(() -> web.batch()
                .batchUpdate(
                        "insert into mistake_assessment as known (consent_id, version, assessment, assessed_by, assessed_at)"
                                + " values (?, ?, ?, ?, ?) on conflict (consent_id, version) do update"
                                + " set assessment = excluded.assessment, assessed_by = excluded.assessed_by,"
                                + " assessed_at = excluded.assessed_at where known.assessment <> excluded.assessment",
                        changes));
    }
}
