package dk.samblik.meeting;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Who coordinates a household now, who did before, and who may. Holds nothing about a citizen. */
@Component
public class Coordinators {

    /** Guests and substitutes come and go, and so coordinate nothing. */
    private static final String CANDIDATES = """
            select distinct on (s.subject) s.subject, s.name, s.title, s.organisation from staff s
              join household h on h.area = s.area
             where h.household_id = :household and s.role in ('COORDINATOR', 'TEAM') and s.guest_from is null
             order by s.subject, s.team
            """;

    private static final String TERMS = """
            select number, coordinator, name, set_by, set_by_name, set_at from coordinator_term
             where household_id = :household order by number desc
            """;
    private static final String HELD = """
            select h.coordinator, (select name from staff s where s.subject = h.coordinator limit 1), h.recorded_at
              from household h where h.household_id = :household for no key update of h
            """;
    private static final String SET = """
            insert into coordinator_term (household_id, number, coordinator, name, set_by, set_by_name, set_at)
            values (:household, :number, :coordinator, :name, :by, :byName, :at)
            """;

    private final Database web;
    private final CivilClock clock;

    Coordinators(@Qualifier("webDatabase") Database web, CivilClock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** Somebody who may be a household's coordinator. */
    public record Candidate(
            String subject, String name, @Nullable String title, String organisation) {}

    /**
     * Who was the coordinator from a moment on; {@code subject} and {@code name} are null where nobody was. {@code setBy} is
     * empty for what was there before anybody set it here. {@code number} counts from 1.
     */
    public record Term(
            int number,
            @Nullable String subject,
            @Nullable String name,
            String setBy,
            String setByName,
            Instant since) {}

    private record Held(
            @Nullable String coordinator, @Nullable String name, Instant recorded) {}

    /** Those of the teams of the household's area who may coordinate it, by name. */
    public List<Candidate> candidates(HouseholdId household) {
        return web
                .sql()
                .sql(CANDIDATES)
                .param("household", household.value())
                .query((row, number) ->
                        new Candidate(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list()
                .stream()
                .sorted(java.util.Comparator.comparing(Candidate::name).thenComparing(Candidate::subject))
                .toList();
    }

    /** Everybody there was, the one who is it now first; empty where it was never set here. */
    public List<Term> terms(HouseholdId household) {
        return web.sql()
                .sql(TERMS)
                .param("household", household.value())
                .query((row, number) -> new Term(
                        row.getInt("number"),
                        row.getString("coordinator"),
                        row.getString("name"),
                        row.getString("set_by"),
                        row.getString("set_by_name"),
                        row.getTimestamp("set_at").toInstant()))
                .list();
    }

    /**
     * Makes somebody the coordinator, or with null nobody. False, and nothing is changed, where somebody set it since {@code
     * opened}, the number of the newest term then (0 for none), and where this one may not be it.
     */
    public boolean set(HouseholdId household, @Nullable String subject, int opened, Viewer by) {
        Optional<Candidate> chosen = candidates(household).stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst();
        if (subject != null && chosen.isEmpty()) {
            return false;
        }
        return web.inTransaction(() -> {
            Held held = held(household);
            int newest =
                    terms(household).stream().mapToInt(Term::number).findFirst().orElse(0);
            if (newest != opened) {
                return false;
            }
            if (newest == 0 && held.coordinator() != null) {
                String name = Objects.requireNonNullElse(held.name(), held.coordinator());
                newest++;
                write(household, new Term(newest, held.coordinator(), name, "", "", held.recorded()));
            }
            String name = chosen.map(Candidate::name).orElse(null);
            write(household, new Term(newest + 1, subject, name, by.subject(), by.name(), clock.now()));
            web.sql()
                    .sql("update household set coordinator = :coordinator where household_id = :household")
                    .param("coordinator", subject, java.sql.Types.VARCHAR)
                    .param("household", household.value())
                    .update();
            return true;
        });
    }

    private Held held(HouseholdId household) {
        return web.sql()
                .sql(HELD)
                .param("household", household.value())
                .query((row, number) -> new Held(
                        row.getString(1), row.getString(2), row.getTimestamp(3).toInstant()))
                .single();
    }

    private void write(HouseholdId household, Term term) {
        web.sql()
                .sql(SET)
                .param("household", household.value())
                .param("number", term.number())
                .param("coordinator", term.subject(), java.sql.Types.VARCHAR)
                .param("name", term.name(), java.sql.Types.VARCHAR)
                .param("by", term.setBy())
                .param("byName", term.setByName())
                .param("at", Timestamp.from(term.since()))
                .update();
    }
}
