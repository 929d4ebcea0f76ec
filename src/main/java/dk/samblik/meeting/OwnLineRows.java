package dk.samblik.meeting;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines.Acted;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** A household's own lines as they are stored: sealed, found where they stand today, and opened against a grant. */
final class OwnLineRows {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    /** A measure is left out from the day the consent to it has run out, as the line is by those of all it is about. */
    private static final String FIND = """
            select l.*, case when exists (
                select from consent_in_force f
                 where f.person_id = led_to_person and f.source = led_to_source and 'MEASURES' = any(f.categories)
                   and :today between f.valid_from and f.valid_to) then led_to_sealed end as led_to
              from own_line l where household_id = any (cast(:households as uuid[])) and not exists (
                select from unnest(l.about) as person where not exists (
                  select from consent_in_force f
                   where f.person_id = person and :today between f.valid_from and f.valid_to))
            """;

    private static final String ACTED = FIND
            + " and kind = 'AGREEMENT' and made_at is not null and (done_at is not null or led_to_sealed is not null)"
            + " order by line_id";

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    OwnLineRows(Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    private record Content(
            String text, String who, @Nullable LocalDate due) {}

    private record Measure(String register, String key) {}

    List<OwnLine> lines(Grant grant, HouseholdId household) {
        return find(FIND, List.of(household), (row, number) -> line(grant, household, row));
    }

    /** Agreements that something may have come of; the text is not opened. */
    List<Acted> acted(Grant grant, Collection<HouseholdId> households) {
        return find(ACTED, households.stream().filter(grant::covers).toList(), (row, number) -> {
            HouseholdId household = new HouseholdId(row.getObject("household_id", UUID.class));
            UUID id = row.getObject("line_id", UUID.class);
            return new Acted(
                    household,
                    id,
                    row.getTimestamp("made_at").toInstant(),
                    instant(row, "done_at"),
                    ledTo(grant, household, id, row));
        });
    }

    private <T> List<T> find(String sql, Collection<HouseholdId> households, RowMapper<T> each) {
        return web.sql()
                .sql(sql)
                .param(
                        "households",
                        households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .param("today", clock.today())
                .query(each)
                .list();
    }

    private OwnLine line(Grant grant, HouseholdId household, ResultSet row) throws SQLException {
        UUID id = row.getObject("line_id", UUID.class);
        Content content = read(Content.class, vault.open(grant, household, label(id), row.getBytes("content_sealed")));
        return new OwnLine(
                id,
                Kind.valueOf(row.getString("kind")),
                Arrays.stream((UUID[]) row.getArray("about").getArray())
                        .map(PersonId::new)
                        .collect(Collectors.toSet()),
                content.text(),
                content.who(),
                content.due(),
                instant(row, "made_at"),
                instant(row, "done_at"),
                ledTo(grant, household, id, row),
                row.getInt("revision"),
                row.getString("changed_by_name"),
                row.getTimestamp("changed_at").toInstant());
    }

    private @Nullable LedTo ledTo(Grant grant, HouseholdId household, UUID line, ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("led_to");
        if (sealed == null) {
            return null;
        }
        PersonId person = new PersonId(row.getObject("led_to_person", UUID.class));
        Department source = Department.valueOf(row.getString("led_to_source"));
        Measure measure = read(Measure.class, vault.open(grant, household, label(line, person, source), sealed));
        return new LedTo(person, source, measure.register(), measure.key());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    byte[] sealed(HouseholdId household, UUID line, Written written) {
        return vault.seal(household, label(line), bytes(new Content(written.text(), written.who(), written.due())));
    }

    byte[] sealed(HouseholdId household, UUID line, LedTo to) {
        return vault.seal(
                household, label(line, to.person(), to.source()), bytes(new Measure(to.register(), to.key())));
    }

    private static String label(UUID line) {
        return "own-line|" + line;
    }

    private static String label(UUID line, PersonId person, Department source) {
        return label(line) + "|led-to|" + person + "|" + source;
    }

    private static byte[] bytes(Object content) {
        try {
            return JSON.writeValueAsBytes(content);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
    }

    private static <T> T read(Class<T> shape, byte[] json) {
        try {
            return JSON.readValue(json, shape);
        } catch (IOException notOurs) {
            throw new IllegalStateException("a line of a household's own cannot be read");
        }
    }
}
