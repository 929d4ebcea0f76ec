package dk.samblik.meeting;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The household's wishes and what was agreed, each line sealed with the household's key. A line stands only while everybody
 * it is about has a consent in force; the database deletes it in the commit that takes the last one away.
 */
@Component
public class OwnLines {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private static final String READ = """
            select l.* from own_line l where household_id = any (cast(:households as uuid[])) and not exists (
              select from unnest(l.about) as person where not exists (
                select from consent_in_force f
                 where f.person_id = person and :today between f.valid_from and f.valid_to))
            """;
    /** Held, so that a withdrawal waits for this, and then finds what was written. */
    private static final String CONSENTING = """
            select person_id from consent_in_force
             where household_id = :household and :today between valid_from and valid_to order by person_id, source for share
            """;

    private static final String ADD = """
            insert into own_line (line_id, household_id, kind, about, content_sealed, revision, changed_by, changed_by_name,
              changed_at, made_at)
            values (:line, :household, :kind, cast(:about as uuid[]), :content, 1, :by, :name, :at, :at)
            """;
    private static final String CHANGE = """
            update own_line set about = cast(:about as uuid[]), content_sealed = :content, revision = revision + 1,
              changed_by = :by, changed_by_name = :name, changed_at = :at
             where line_id = :line and household_id = :household and kind = :kind and revision = :revision
            """;
    private static final String DONE = """
            update own_line set done_at = :done, revision = revision + 1, changed_by = :by, changed_by_name = :name,
              changed_at = :at
             where line_id = :line and household_id = :household and kind = 'AGREEMENT' and revision = :revision
            """;

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    public OwnLines(@Qualifier("webDatabase") Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    private record Content(
            String text, String who, @Nullable LocalDate due) {}

    /** A line as a page was opened on it. */
    public record Opened(UUID line, int revision) {}

    /** A line that is about somebody, for that person: not who else it is about, nor who of the staff wrote it. */
    public record About(
            Kind kind,
            String text,
            String who,
            @Nullable LocalDate due,
            @Nullable Instant done,
            Instant changed) {}

    /** What is held about one person, in the order of {@link #of}. */
    public List<About> about(Grant grant, HouseholdId household, PersonId person) {
        return of(grant, household).stream()
                .filter(line -> line.about().contains(person))
                .map(line -> new About(line.kind(), line.text(), line.who(), line.due(), line.done(), line.changedAt()))
                .toList();
    }

    /** The lines that stand today, wishes by age, then agreements, overdue first. Throws where the grant does not cover it. */
    public List<OwnLine> of(Grant grant, HouseholdId household) {
        List<OwnLine> all = web.sql()
                .sql(READ)
                .param("households", new String[] {household.toString()})
                .param("today", clock.today())
                .query((row, number) -> line(grant, household, row))
                .list();
        return all.stream()
                .sorted(java.util.Comparator.comparing(OwnLine::kind).thenComparing(OwnLine.OVERDUE_FIRST))
                .toList();
    }

    /** An agreement that was done: when it was made and when it was marked as done, and nothing of what it says. */
    public record Acted(HouseholdId household, UUID line, Instant made, Instant done) {}

    /** The agreements of these households that stand today and are done; not one from before it was noted when it was made. */
    public List<Acted> acted(Grant grant, Collection<HouseholdId> households) {
        return web.sql()
                .sql(READ + " and kind = 'AGREEMENT' and done_at is not null and made_at is not null order by line_id")
                .param(
                        "households",
                        households.stream()
                                .filter(grant::covers)
                                .map(HouseholdId::toString)
                                .toArray(String[]::new))
                .param("today", clock.today())
                .query((row, number) -> new Acted(
                        new HouseholdId(row.getObject("household_id", UUID.class)),
                        row.getObject("line_id", UUID.class),
                        row.getTimestamp("made_at").toInstant(),
                        row.getTimestamp("done_at").toInstant()))
                .list();
    }

    private OwnLine line(Grant grant, HouseholdId household, ResultSet row) throws SQLException {
        UUID id = row.getObject("line_id", UUID.class);
        Content content = read(vault.open(grant, household, label(id), row.getBytes("content_sealed")));
        Timestamp done = row.getTimestamp("done_at");
        return new OwnLine(
                id,
                Kind.valueOf(row.getString("kind")),
                Arrays.stream((UUID[]) row.getArray("about").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                content.text(),
                content.who(),
                content.due(),
                done == null ? null : done.toInstant(),
                row.getInt("revision"),
                row.getString("changed_by_name"),
                row.getTimestamp("changed_at").toInstant());
    }

    /**
     * Writes a new line, or changes one as it was opened. False, and nothing is kept, where somebody changed it meanwhile,
     * where there are as many as may be, and where somebody it is about does not consent any more.
     */
    public boolean keep(HouseholdId household, Kind kind, Optional<Opened> opened, Written written, Viewer by) {
        UUID line = opened.map(Opened::line).orElseGet(UUID::randomUUID);
        byte[] content = vault.seal(household, label(line), bytes(written));
        return web.inTransaction(() -> {
            if (!consenting(household).containsAll(written.about()) || opened.isEmpty() && full(household, kind)) {
                return false;
            }
            var statement = web.sql()
                    .sql(opened.isEmpty() ? ADD : CHANGE)
                    .param("line", line)
                    .param("household", household.value())
                    .param("kind", kind.name())
                    .param("about", texts(written.about()))
                    .param("content", content)
                    .param("by", by.subject())
                    .param("name", by.name())
                    .param("at", Timestamp.from(clock.now()));
            return (opened.isEmpty()
                                    ? statement
                                    : statement.param("revision", opened.get().revision()))
                            .update()
                    == 1;
        });
    }

    /** Marks an agreement as done, or as open again; false, and nothing is changed, where somebody changed it meanwhile. */
    public boolean done(HouseholdId household, Opened opened, boolean done, Viewer by) {
        Instant now = clock.now();
        return web.sql()
                        .sql(DONE)
                        .param("done", done ? Timestamp.from(now) : null, Types.TIMESTAMP)
                        .param("by", by.subject())
                        .param("name", by.name())
                        .param("at", Timestamp.from(now))
                        .param("line", opened.line())
                        .param("household", household.value())
                        .param("revision", opened.revision())
                        .update()
                == 1;
    }

    /** Deletes a line for good; false, and nothing is deleted, where somebody changed it meanwhile. */
    public boolean delete(HouseholdId household, Kind kind, Opened opened) {
        return web.sql()
                        .sql("delete from own_line where line_id = :line and household_id = :household and kind = :kind"
                                + " and revision = :revision")
                        .param("line", opened.line())
                        .param("household", household.value())
                        .param("kind", kind.name())
                        .param("revision", opened.revision())
                        .update()
                == 1;
    }

    private Set<PersonId> consenting(HouseholdId household) {
        return new HashSet<>(web.sql()
                .sql(CONSENTING)
                .param("household", household.value())
                .param("today", clock.today())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list());
    }

    private boolean full(HouseholdId household, Kind kind) {
        return web.sql()
                        .sql("select count(*) from own_line"
                                + " where household_id = :household and kind = :kind and done_at is null")
                        .param("household", household.value())
                        .param("kind", kind.name())
                        .query(Long.class)
                        .single()
                >= kind.most();
    }

    private static String[] texts(Collection<PersonId> persons) {
        return persons.stream().map(PersonId::toString).sorted().toArray(String[]::new);
    }

    private static String label(UUID line) {
        return "own-line|" + line;
    }

    private static byte[] bytes(Written written) {
        try {
            return JSON.writeValueAsBytes(new Content(written.text(), written.who(), written.due()));
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static Content read(byte[] json) {
        try {
            return JSON.readValue(json, Content.class);
        } catch (IOException notOurs) {
            throw new IllegalStateException("a line of a household's own cannot be read");
        }
    }
}
