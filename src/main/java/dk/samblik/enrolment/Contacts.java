package dk.samblik.enrolment;

import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The contact worker's list, what is written on it, and taking the last of that back. Names come out against a grant only. */
@Component
class Contacts {

    private static final String LISTED = """
            select c.*, w.reminders, w.invited, w.last_written, w.answered, coalesce(w.changes, 0) as changes
              from candidate c left join lateral (
                select count(*) filter (where step = 'REMINDED') as reminders, min(day) filter (where step = 'INVITED') as invited,
                    max(day) filter (where step in ('INVITED', 'REMINDED')) as last_written,
                    max(day) filter (where step in ('YES', 'NO')) as answered, count(*) filter (where number > 1) as changes
                  from candidate_event e where e.candidate_id = c.candidate_id and not e.undone) w on true
             where c.area = any (cast(:areas as text[]))
            """;

    private final Database web;
    private final Vault vault;
    private final Programmes programmes;
    private final CivilClock clock;

    Contacts(@Qualifier("webDatabase") Database web, Vault vault, Programmes programmes, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** What came of a change. */
    enum Outcome {
        DONE,
        /** Somebody else was first, or it is no longer there. */
        CHANGED,
        /** It does not follow what stands. */
        NOT_POSSIBLE,
        /** No enrolled household of the area and programme has that number and a consent, and no candidate yet. */
        NO_SUCH_HOUSEHOLD
    }

    /** A step somebody chose, with the reason of one that dropped out, and the number of a household that consented. */
    record Choice(
            Step step, @Nullable String reason, @Nullable String household) {

        static Choice of(Step step) {
            return new Choice(step, null, null);
        }
    }

    /** Everybody of the viewer's areas, by programme and number; without names. */
    List<Candidate> all(Viewer viewer) {
        return web.sql()
                .sql(LISTED + " order by c.programme, c.number")
                .param("areas", viewer.areas().toArray(String[]::new))
                .query(Contacts::candidate)
                .list();
    }

    /** One of the viewer's areas; empty where it is not there, or another's. */
    Optional<Candidate> find(UUID id, Viewer viewer) {
        return web.sql()
                .sql(LISTED + " and c.candidate_id = :id")
                .param("areas", viewer.areas().toArray(String[]::new))
                .param("id", id)
                .query(Contacts::candidate)
                .optional();
    }

    /** Under which number somebody at this address is being contacted for the programme, in an area of the viewer's. */
    Optional<String> listed(Programme programme, String place, Viewer viewer) {
        return web
                .sql()
                .sql("select number, step from candidate where programme = :programme and key = :key"
                        + " and area = any (cast(:areas as text[])) order by number")
                .param("programme", programme.code())
                .param("key", vault.place(place))
                .param("areas", viewer.areas().toArray(String[]::new))
                .query((row, index) -> Map.entry(row.getString("number"), Step.valueOf(row.getString("step"))))
                .stream()
                .filter(one -> !one.getValue().closed())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Name and address of those of whom they are still kept, opened against a grant that covers each. */
    Map<UUID, Addressee> names(Grant grant, Collection<Candidate> candidates) {
        Map<UUID, Addressee> names = new HashMap<>();
        Map<UUID, Candidate> wanted = new HashMap<>();
        candidates.forEach(one -> wanted.put(one.id(), one));
        web.sql()
                .sql("select candidate_id, name_sealed from candidate where name_sealed is not null"
                        + " and candidate_id = any (cast(:ids as uuid[]))")
                .param("ids", wanted.keySet().stream().map(UUID::toString).toArray(String[]::new))
                .query(row -> {
                    UUID id = row.getObject(1, UUID.class);
                    Candidate one = java.util.Objects.requireNonNull(wanted.get(id), "asked for above");
                    names.put(id, Addressees.read(vault.open(grant, one.logged(), Candidates.LABEL, row.getBytes(2))));
                });
        return names;
    }

    /** Writes a step on what the page was opened on, or nothing. */
    Outcome move(Candidate seen, Choice choice, Viewer by) {
        if (!seen.step().choices().contains(choice.step()) || !seen.named()) {
            return Outcome.NOT_POSSIBLE;
        }
        return web.inTransactionOrAgain(() -> {
            ContactSql sql = new ContactSql(web, clock, by);
            if (!sql.hold(seen)) {
                return Outcome.CHANGED;
            }
            Optional<ContactSql.Home> home = Optional.empty();
            if (choice.step() == Step.CONSENT_GIVEN) {
                home = sql.home(seen, String.valueOf(choice.household()));
                if (home.isEmpty()) {
                    return Outcome.NO_SUCH_HOUSEHOLD;
                }
            }
            sql.write(seen, choice.step(), choice.reason(), programmes.of(seen.programme()));
            home.ifPresent(one -> sql.link(seen, one));
            return Outcome.DONE;
        });
    }

    /** Takes the last change back, where it was made by hand and nothing came after. */
    Outcome undo(Candidate seen, Viewer by) {
        if (!seen.undoable()) {
            return Outcome.NOT_POSSIBLE;
        }
        Programme programme = programmes.of(seen.programme());
        return web.inTransactionOrAgain(() -> {
            ContactSql sql = new ContactSql(web, clock, by);
            if (!sql.hold(seen)) {
                return Outcome.CHANGED;
            }
            sql.undo(seen, programme);
            return Outcome.DONE;
        });
    }

    private static Candidate candidate(ResultSet row, int number) throws SQLException {
        Step step = Step.valueOf(row.getString("step"));
        boolean named = row.getBytes("name_sealed") != null;
        return new Candidate(
                row.getObject("candidate_id", UUID.class),
                row.getString("programme"),
                row.getString("number"),
                row.getString("area"),
                step,
                row.getObject("step_day", LocalDate.class),
                row.getString("reason"),
                row.getBoolean("protected_address"),
                named,
                List.of((String[]) row.getArray("criteria").getArray()),
                row.getInt("revision"),
                row.getInt("reminders"),
                row.getObject("invited", LocalDate.class),
                row.getObject("last_written", LocalDate.class),
                row.getObject("answered", LocalDate.class),
                named && row.getLong("changes") > 0 && step != Step.ACTIVE && step != Step.ENDED);
    }
}
