package dk.samblik.effect;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Wellbeing;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * WHO-5 answers, each sealed with the household's key. One is kept only for somebody whose consent in force covers wellbeing,
 * and goes with that consent in the same commit.
 */
@Component
public class WellbeingAnswers {

    static final String INDICATOR = "W1";

    private static final JsonMapper JSON = new JsonMapper();
    /** Held, so that a withdrawal waits for this, and then takes what was written. */
    private static final String MAY = """
            select distinct person_id from (
              select person_id from consent_in_force
               where household_id = :household and 'WELLBEING' = any(categories) and :today between valid_from and valid_to
               for share) as held
            """;

    private static final String KEEP = """
            insert into wellbeing (answer_id, household_id, person_id, given_on, content_sealed, entered_by, entered_at)
            values (:id, :household, :person, :day, :content, :by, :at)
            on conflict (person_id, given_on) do nothing
            """;
    private static final String READ = """
            select w.* from wellbeing w where household_id = any (cast(:households as uuid[])) and exists (
              select from consent_in_force f where f.person_id = w.person_id and 'WELLBEING' = any(f.categories)
                and :today between f.valid_from and f.valid_to)
             order by given_on, answer_id
            """;

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    WellbeingAnswers(@Qualifier("webDatabase") Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    /** What somebody answered on a day, item by item, and the score; null where two or more are missing. */
    public record Answer(
            HouseholdId household,
            PersonId person,
            LocalDate given,
            List<@Nullable Integer> items,
            @Nullable BigDecimal score) {}

    /** Who of a household may be asked today. */
    public Set<PersonId> mayBeAsked(HouseholdId household) {
        return Set.copyOf(web.inTransaction(() -> held(household)));
    }

    private List<PersonId> held(HouseholdId household) {
        return web.sql()
                .sql(MAY)
                .param("household", household.value())
                .param("today", clock.today())
                .query((row, number) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * Keeps an answer. False, and nothing is kept, where the person's consent does not cover it, or an answer of that day is
     * there already.
     */
    public boolean keep(
            HouseholdId household, PersonId person, LocalDate day, List<@Nullable Integer> items, Viewer by) {
        UUID id = UUID.randomUUID();
        byte[] content = vault.seal(household, label(id), bytes(items));
        return web.inTransaction(() -> held(household).contains(person)
                && web.sql()
                                .sql(KEEP)
                                .param("id", id)
                                .param("household", household.value())
                                .param("person", person.value())
                                .param("day", day)
                                .param("content", content)
                                .param("by", by.subject())
                                .param("at", Timestamp.from(clock.now()))
                                .update()
                        == 1);
    }

    /** The answers that stand today, the oldest first. Throws where the grant does not cover a household. */
    public List<Answer> of(Grant grant, Collection<HouseholdId> households) {
        return web.sql()
                .sql(READ)
                .param(
                        "households",
                        households.stream().map(HouseholdId::toString).toArray(String[]::new))
                .param("today", clock.today())
                .query((row, number) -> answer(grant, row))
                .list();
    }

    private Answer answer(Grant grant, ResultSet row) throws SQLException {
        HouseholdId household = new HouseholdId(row.getObject("household_id", UUID.class));
        UUID id = row.getObject("answer_id", UUID.class);
        List<@Nullable Integer> items = read(vault.open(grant, household, label(id), row.getBytes("content_sealed")));
        return new Answer(
                household,
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getObject("given_on", LocalDate.class),
                items,
                Wellbeing.score(items).orElse(null));
    }

    /** The scores as figures of their months; the last of a month counts. */
    Map<HouseholdId, List<Observation>> observed(Grant grant, Collection<HouseholdId> households, YearMonth last) {
        return of(grant, households).stream()
                .filter(answer -> !YearMonth.from(answer.given()).isAfter(last))
                .flatMap(answer -> answer.score() == null
                        ? java.util.stream.Stream.<Map.Entry<HouseholdId, Observation>>empty()
                        : java.util.stream.Stream.of(
                                Map.entry(answer.household(), observation(answer, answer.score()))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Observation observation(Answer answer, BigDecimal score) {
        return new Observation(
                answer.person().value(),
                INDICATOR,
                YearMonth.from(answer.given()),
                new Measured(score, BigDecimal.ONE, 1, 1),
                List.of("who-5"));
    }

    private static String label(UUID id) {
        return "wellbeing|" + id;
    }

    private static byte[] bytes(List<@Nullable Integer> items) {
        try {
            return JSON.writeValueAsBytes(items);
        } catch (IOException never) {
            throw new IllegalStateException("an answer cannot be written");
        }
    }

    private static List<@Nullable Integer> read(byte[] json) {
        try {
            return Arrays.asList(JSON.readValue(json, Integer[].class));
        } catch (IOException notOurs) {
            throw new IllegalStateException("an answer cannot be read");
        }
    }
}
