package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Person;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Enrols a household as the desk settled it, by the rules and statements of the import file. */
@Component
class SettingUp {

    private static final int ONE_AT_A_TIME = 5_404;

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final DeskTerms terms;
    private final CivilClock clock;

    SettingUp(@Qualifier("webDatabase") Database web, Vault vault, AccessLog log, DeskTerms terms, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.terms = terms;
        this.clock = clock;
    }

    /** How one person of the register household stands to it; {@code reason} is a code, for somebody outside only. */
    record Settled(
            Person person,
            Participation participation,
            @Nullable String reason) {

        @Override
        public String toString() {
            return "Settled[" + participation + "]";
        }
    }

    /** Ends the transaction of a household that may not be set up. */
    private static final class NotTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** The new household; empty where somebody in it is in another one already, and then nothing is stored. */
    Optional<HouseholdId> enrol(List<Settled> people, String area, RecordedBy by) {
        HouseholdId id = HouseholdId.random();
        try {
            web.doInTransaction(() -> {
                Refusals refusals = new Refusals();
                List<EntryFile.Entry> entries =
                        new EntryFile("households").checked(List.of(entry(id, number(), area, people)), refusals);
                if (refusals.none()) {
                    new HouseholdsFile(web, vault).take(entries, refusals);
                }
                if (!refusals.none()) {
                    throw new NotTaken();
                }
                log.record(List.of(
                        Access.of(Access.Action.HOUSEHOLD_SET_UP, by.viewer(), by.purpose(), id, by.requestId())));
            });
            return Optional.of(id);
        } catch (NotTaken inAnother) {
            return Optional.empty();
        }
    }

    private ObjectNode entry(HouseholdId id, String number, String area, List<Settled> people) {
        ObjectNode entry = EntryFile.JSON.createObjectNode();
        entry.put("household_id", id.toString());
        entry.put("number", number);
        entry.put("area", area);
        entry.put("project_code", terms.in(area).projectCode());
        entry.put("enrolled", clock.today().toString());
        ArrayNode members = entry.putArray("members");
        for (Settled settled : people) {
            members.addObject()
                    .put("person_id", UUID.randomUUID().toString())
                    .put("cpr", settled.person().cpr().digits())
                    .put("participation", settled.participation().name())
                    .put("reason", settled.reason())
                    .put("relation", settled.person().adultOn(clock.today()) ? "ADULT" : Member.CHILD)
                    .put("from", clock.today().toString());
        }
        return entry;
    }

    /** The next free number; two desks that set up a household at once get theirs one after the other. */
    private String number() {
        web.sql()
                .sql("select pg_advisory_xact_lock(:key)")
                .param("key", ONE_AT_A_TIME)
                .query(row -> {});
        return "H-%04d"
                .formatted(web.sql()
                        .sql(
                                "select coalesce(max(substring(number from '^H-([0-9]{1,8})$')::integer), 0) + 1 from household")
                        .query(Integer.class)
                        .single());
    }
}
