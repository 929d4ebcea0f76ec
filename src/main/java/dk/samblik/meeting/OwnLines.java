package dk.samblik.meeting;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The household's wishes and what was agreed, each line sealed with the household's key. A line stands only while everybody
 * it is about has a consent in force; the database deletes it in the commit that takes the last one away.
 */
@Component
public class OwnLines {

    /** Held, so that a withdrawal waits for this, and then finds what was written. */
    private static final String CONSENTING = """
            select person_id from consent_in_force
             where household_id = :household and :today between valid_from and valid_to order by person_id, source for share
            """;
    /** Held likewise. */
    private static final String COVERED = """
            select 1 from consent_in_force
             where household_id = :household and person_id = :person and source = :source and 'MEASURES' = any(categories)
               and :today between valid_from and valid_to for share
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
    private static final String AGREEMENT = """
              , revision = revision + 1, changed_by = :by, changed_by_name = :name, changed_at = :at
             where line_id = :line and household_id = :household and kind = 'AGREEMENT' and revision = :revision
            """;
    private static final String DONE = "update own_line set done_at = :done" + AGREEMENT;
    private static final String LEADS = "update own_line set led_to_person = cast(:person as uuid),"
            + " led_to_source = :source, led_to_sealed = :sealed" + AGREEMENT;

    private final Database web;
    private final OwnLineRows rows;
    private final CivilClock clock;

    public OwnLines(@Qualifier("webDatabase") Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.rows = new OwnLineRows(web, vault, clock);
        this.clock = clock;
    }

    /** A line as a page was opened on it. */
    public record Opened(UUID line, int revision) {}

    /** What is held about one person, in the order of {@link #of}. */
    public List<OwnLineAbout> about(Grant grant, HouseholdId household, PersonId person) {
        return of(grant, household).stream()
                .flatMap(line -> OwnLineAbout.of(line, person))
                .toList();
    }

    /** The lines that stand today, wishes by age, then agreements, overdue first. Throws where the grant does not cover it. */
    public List<OwnLine> of(Grant grant, HouseholdId household) {
        return rows.lines(grant, household).stream()
                .sorted(Comparator.comparing(OwnLine::kind).thenComparing(OwnLine.OVERDUE_FIRST))
                .toList();
    }

    /** An agreement: when it was made, when it was marked as done, the measure it led to, and nothing of what it says. */
    public record Acted(
            HouseholdId household,
            UUID line,
            Instant made,
            @Nullable Instant done,
            @Nullable LedTo ledTo) {}

    /**
     * The agreements of these households that stand today and are done or led to a measure; not one from before it was noted
     * when it was made.
     */
    public List<Acted> acted(Grant grant, Collection<HouseholdId> households) {
        return rows.acted(grant, households);
    }

    /**
     * Writes a new line, or changes one as it was opened. False, and nothing is kept, where somebody changed it meanwhile,
     * where there are as many as may be, and where somebody it is about does not consent any more.
     */
    public boolean keep(HouseholdId household, Kind kind, Optional<Opened> opened, Written written, Viewer by) {
        UUID line = opened.map(Opened::line).orElseGet(UUID::randomUUID);
        byte[] content = rows.sealed(household, line, written);
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
        return change(
                web.sql().sql(DONE).param("done", done ? Timestamp.from(clock.now()) : null, Types.TIMESTAMP),
                household,
                opened,
                by);
    }

    /**
     * Notes which measure an agreement led to, or with null that it led to none. False, and nothing is changed, where somebody
     * changed it meanwhile, and where the person whose measure it is does not consent to it any more.
     */
    public boolean leads(HouseholdId household, Opened opened, @Nullable LedTo to, Viewer by) {
        byte[] sealed = to == null ? null : rows.sealed(household, opened.line(), to);
        return web.inTransaction(() -> (to == null || covered(household, to))
                && change(
                        web.sql()
                                .sql(LEADS)
                                .param("person", to == null ? null : to.person().toString(), Types.VARCHAR)
                                .param("source", to == null ? null : to.source().name(), Types.VARCHAR)
                                .param("sealed", sealed, Types.BINARY),
                        household,
                        opened,
                        by));
    }

    private boolean change(JdbcClient.StatementSpec statement, HouseholdId household, Opened opened, Viewer by) {
        return statement
                        .param("by", by.subject())
                        .param("name", by.name())
                        .param("at", Timestamp.from(clock.now()))
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

    private boolean covered(HouseholdId household, LedTo to) {
        return web.sql()
                .sql(COVERED)
                .param("household", household.value())
                .param("person", to.person().value())
                .param("source", to.source().name())
                .param("today", clock.today())
                .query(Integer.class)
                .optional()
                .isPresent();
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
}
