package dk.samblik.consent;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What was noted at the desk of custody and guardianship where the population register is silent. It fills in what the register
 * leaves open and nothing else: as soon as the register says who, its word is the one that counts.
 */
@Component
class CustodyNotes {

    private static final String NEWEST = """
            select distinct on (person_id) * from custody_noted where person_id = any(:ids::uuid[])
             order by person_id, noted_at desc, note_id
            """;
    private static final String NOTE = """
            insert into custody_noted (note_id, household_id, person_id, capacity, holders_sealed, seen_in, seen_on, noted_by,
              noted_at)
            values (:id, :household, :person, :capacity, :holders, :in, :on, :by, :at)
            """;

    private final Database pipeline;
    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final CivilClock clock;

    CustodyNotes(
            @Qualifier("pipelineDatabase") Database pipeline,
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            CivilClock clock) {
        this.pipeline = pipeline;
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.clock = clock;
    }

    /**
     * The newest note of each of these of whom the register leaves open who must consent; asks the database only where there
     * are such. Under a grant for their households; a note that nobody can open any more is none.
     */
    Map<PersonId, CustodyNote> of(
            Grant grant, List<Member> members, Map<PersonId, Person> people, Map<Cpr, Person> others) {
        Map<PersonId, Capacity> open = new HashMap<>();
        people.forEach((id, person) -> {
            Capacity capacity = CustodyNote.open(person, others, clock.today());
            if (capacity != Capacity.SELF) {
                open.put(id, capacity);
            }
        });
        if (open.isEmpty()) {
            return Map.of();
        }
        Map<PersonId, HouseholdId> homes =
                members.stream().collect(Collectors.toMap(Member::id, Member::household, (one, other) -> one));
        return pipeline
                .sql()
                .sql(NEWEST)
                .param("ids", open.keySet().stream().map(PersonId::toString).toArray(String[]::new))
                .query((row, number) -> note(grant, homes, row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .filter(note -> open.get(note.person()) == note.capacity())
                .collect(Collectors.toMap(CustodyNote::person, note -> note));
    }

    private Optional<CustodyNote> note(Grant grant, Map<PersonId, HouseholdId> homes, ResultSet row)
            throws SQLException {
        UUID id = Rows.id(row, "note_id");
        PersonId person = new PersonId(Rows.id(row, "person_id"));
        HouseholdId home = new HouseholdId(Rows.id(row, "household_id"));
        if (!home.equals(homes.get(person))) {
            return Optional.empty();
        }
        try {
            byte[] opened = vault.open(grant, home, label(id), row.getBytes("holders_sealed"));
            return Optional.of(new CustodyNote(
                    id,
                    person,
                    Capacity.valueOf(row.getString("capacity")),
                    numbers(opened),
                    CustodyNote.SeenIn.valueOf(row.getString("seen_in")),
                    Rows.date(row, "seen_on"),
                    row.getString("noted_by"),
                    row.getTimestamp("noted_at").toInstant()));
        } catch (SealBroken keyGone) {
            return Optional.empty();
        }
    }

    private static Set<Cpr> numbers(byte[] opened) {
        return Arrays.stream(new String(opened, StandardCharsets.US_ASCII).split(","))
                .flatMap(digits -> Cpr.read(digits).stream())
                .collect(Collectors.toSet());
    }

    private static String label(UUID note) {
        return "custody|" + note;
    }

    /** What a page about this person is opened on: the newest note, {@code ""} where there is none. */
    String stand(PersonId person) {
        return web.sql()
                .sql(
                        "select note_id from custody_noted where person_id = :person order by noted_at desc, note_id limit 1")
                .param("person", person.value())
                .query(UUID.class)
                .optional()
                .map(UUID::toString)
                .orElse("");
    }

    /** Who noted the newest, the subject; {@code ""} where nobody has. */
    String lastHand(PersonId person) {
        return web.sql()
                .sql(
                        "select noted_by from custody_noted where person_id = :person order by noted_at desc, note_id limit 1")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    /**
     * Keeps a note about a member of this household, logged before it is committed; throws {@link ChangedMeanwhile} where
     * there is another since the page was opened on {@code stand}.
     */
    void keep(HouseholdId household, CustodyNote note, String stand, RecordedBy by) {
        web.doInTransaction(() -> {
            new WithdrawalSql(web, vault, clock).hold(household);
            if (!stand(note.person()).equals(stand)) {
                throw new ChangedMeanwhile(lastHand(note.person()));
            }
            web.sql()
                    .sql(NOTE)
                    .param("id", note.id())
                    .param("household", household.value())
                    .param("person", note.person().value())
                    .param("capacity", note.capacity().name())
                    .param("holders", sealed(household, note))
                    .param("in", note.seenIn().name())
                    .param("on", note.seenOn())
                    .param("by", note.by())
                    .param("at", Timestamp.from(note.at()))
                    .update();
            log.record(List.of(new Access(
                    Access.Action.CUSTODY_NOTED,
                    by.viewer(),
                    by.purpose(),
                    household,
                    note.person(),
                    null,
                    Set.of(),
                    List.of(),
                    null,
                    note.seenIn().name(),
                    by.requestId(),
                    null)));
        });
    }

    private byte[] sealed(HouseholdId household, CustodyNote note) {
        String numbers = note.holders().stream().map(Cpr::digits).sorted().collect(Collectors.joining(","));
        return vault.seal(household, label(note.id()), numbers.getBytes(StandardCharsets.US_ASCII));
    }
}
