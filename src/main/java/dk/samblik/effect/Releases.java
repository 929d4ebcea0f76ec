package dk.samblik.effect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.samblik.effect.EffectStore.Of;
import dk.samblik.enrolment.Enrolments;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The releases: made once a half-year, frozen by the database's own rights, with the hash of what they say. What a source
 * corrects afterwards is noted beside them and changes nothing in them.
 */
@Component("effectReleases")
public class Releases {

    private static final Logger LOG = LoggerFactory.getLogger(Releases.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Database effect;
    private final Database web;
    private final EffectStore store;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Enrolments enrolments;
    private final CivilClock clock;

    Releases(
            @Qualifier("effectDatabase") Database effect,
            @Qualifier("webDatabase") Database web,
            EffectStore store,
            Programmes programmes,
            Indicators indicators,
            Enrolments enrolments,
            CivilClock clock) {
        this.effect = effect;
        this.web = web;
        this.store = store;
        this.programmes = programmes;
        this.indicators = indicators;
        this.enrolments = enrolments;
        this.clock = clock;
    }

    /** A figure that would be another today, since a source corrected itself after the release. */
    public record Correction(String indicator, int k, LocalDate found) {}

    /** A release with when it was made, the hash of what it says, and what was corrected since. */
    public record Kept(Release release, Instant made, String hash, List<Correction> corrections) {
        public Kept {
            corrections = List.copyOf(corrections);
        }
    }

    /**
     * Releases the half-year that has ended of every programme, and notes what of earlier ones was corrected since; how many
     * were released.
     */
    public int make() {
        int made = 0;
        Half half = Half.lastBefore(clock.today());
        for (Programme programme : programmes.all()) {
            IndicatorFile file = indicators.of(programme);
            Map<Indicator, Map<Of, Series>> series = store.series(programme.code(), file);
            if (!series.isEmpty()) {
                made += keep(Releasing.of(programme, file, series, half, came(programme, half)));
            }
            all(programme.code()).stream()
                    .filter(kept -> kept.release().half().compareTo(half) < 0)
                    .forEach(kept -> correct(
                            kept,
                            Releasing.of(programme, file, series, kept.release().half(), Map.of())));
        }
        return made;
    }

    private Map<String, Integer> came(Programme programme, Half half) {
        return enrolments.flow(programme.code()).stream()
                .filter(flow -> flow.halfYear().equals(half.year() + "-" + half.half()))
                .collect(Collectors.groupingBy(
                        flow -> flow.step().name(), Collectors.summingInt(flow -> Math.toIntExact(flow.households()))));
    }

    private int keep(Release release) {
        String content = json(release);
        int made = effect.sql()
                .sql("""
                        insert into effect_release (release_id, programme, half, made_at, made_by, content, hash)
                        values (:id, :programme, :half, :at, 'samblik', :content, :hash)
                        on conflict (programme, half) do nothing
                        """)
                .param("id", UUID.randomUUID())
                .param("programme", release.programme())
                .param("half", release.half().toString())
                .param("at", Timestamp.from(clock.now()))
                .param("content", content)
                .param("hash", DigestUtils.sha256Hex(content))
                .update();
        LOG.info(
                "effect: {} {} {}",
                release.programme(),
                release.half(),
                made == 1 ? "released" : "was released before");
        return made;
    }

    /** Which figures differ, and never by how much: two values of one cell could be subtracted. */
    private void correct(Kept kept, Release today) {
        List<Object[]> changed = new ArrayList<>();
        kept.release().figures().stream()
                .filter(figure -> !today.figures().contains(figure))
                .forEach(figure -> changed.add(new Object[] {
                    figure.indicator(),
                    figure.k(),
                    java.sql.Date.valueOf(clock.today()),
                    kept.release().programme(),
                    kept.release().half().toString()
                }));
        effect.doInTransaction(() -> effect.batch().batchUpdate("""
                insert into effect_correction (release_id, indicator, follow_up, found_on)
                select release_id, ?, ?, ? from effect_release where programme = ? and half = ?
                on conflict do nothing
                """, changed));
    }

    /** The releases of a programme, the newest first. */
    public List<Kept> all(String programme) {
        return web.sql()
                .sql("""
                        select r.*, array(select indicator || ' ' || follow_up || ' ' || found_on from effect_correction c
                            where c.release_id = r.release_id order by indicator, follow_up) as corrections
                          from effect_release r where programme = :programme order by half desc
                        """)
                .param("programme", programme)
                .query((row, number) -> kept(row))
                .list();
    }

    /** The release of a half-year. */
    public Optional<Kept> of(String programme, Half half) {
        return all(programme).stream()
                .filter(kept -> kept.release().half().equals(half))
                .findFirst();
    }

    private static Kept kept(ResultSet row) throws SQLException {
        String content = row.getString("content");
        if (!DigestUtils.sha256Hex(content).equals(row.getString("hash"))) {
            throw new IllegalStateException("a release is not what it was when it was made");
        }
        List<Correction> corrections = new ArrayList<>();
        for (String one : (String[]) row.getArray("corrections").getArray()) {
            String[] parts = one.split(" ");
            corrections.add(new Correction(parts[0], Integer.parseInt(parts[1]), LocalDate.parse(parts[2])));
        }
        return new Kept(release(content), row.getTimestamp("made_at").toInstant(), row.getString("hash"), corrections);
    }

    static String json(Release release) {
        try {
            return JSON.writeValueAsString(release);
        } catch (JsonProcessingException never) {
            throw new IllegalStateException("a release cannot be written");
        }
    }

    static Release release(String json) {
        try {
            return JSON.readValue(json, Release.class);
        } catch (JsonProcessingException notOurs) {
            throw new IllegalStateException("a release cannot be read");
        }
    }
}
