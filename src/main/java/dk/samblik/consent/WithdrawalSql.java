package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.Vault;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements of one withdrawal, to be run in one transaction. */
final class WithdrawalSql {

    private static final String ACTIVE = """
            select * from consent where person_id = :person and status = 'ACTIVE'
             order by recorded_at desc, version desc, consent_id desc limit 1 for update
            """;
    private static final String VERSION = """
            insert into consent (consent_id, version, household_id, person_id, status, sources, categories, period_back,
              valid_from, valid_to, withdrawn_at, scope, recorded_by, recorded_at, document_sealed)
            select consent_id, :next, household_id, person_id, :status, string_to_array(:sources, ','),
              string_to_array(:categories, ','), period_back, valid_from, valid_to, cast(:withdrawn as timestamptz), :scope, :by, :now,
              :document
              from consent where consent_id = :consent and version = :version
            """;

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    WithdrawalSql(Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    /** What was done, and the version it was done to. */
    record Result(HouseholdId household, String consent, boolean nobodyLeft) {}

    /** What is done, by whom (the subject), and when: the same moment for everybody it is done to together. */
    record Act(Withdrawn what, String by, Instant at) {

        boolean mistake() {
            return what instanceof Withdrawn.Mistake;
        }
    }

    /** Records the new version, takes the old one's rows away and puts what stays back. */
    Optional<Result> withdraw(PersonId person, Withdrawn what, String by) {
        return active(person).map(consent -> {
            hold(consent.household());
            return withdraw(consent, new Act(what, by, clock.now()));
        });
    }

    /** As the other, of a member of a household that is held already. */
    Optional<Result> withdraw(PersonId person, Act act) {
        return active(person).map(consent -> withdraw(consent, act));
    }

    private Optional<Consent> active(PersonId person) {
        return web.sql()
                .sql(ACTIVE)
                .param("person", person.value())
                .query((row, number) -> Dossiers.consent(row, List.of()))
                .optional();
    }

    private Result withdraw(Consent consent, Act act) {
        Rest rest = Rest.of(consent, act.what());
        int next = next(consent);
        record(consent, next, rest, act);
        web.sql()
                .sql("update consent set status = 'SUPERSEDED' where person_id = :person and status = 'ACTIVE'"
                        + " and (consent_id, version) <> (:consent, :next)")
                .param("person", consent.person().value())
                .param("consent", consent.id())
                .param("next", next)
                .update();
        rows(consent, next, rest, act.what());
        boolean nobodyLeft = nobodyLeft(consent.household());
        if (nobodyLeft) {
            leave(consent.household());
        }
        return new Result(consent.household(), consent.id() + "/" + next, nobodyLeft);
    }

    /**
     * The household before the rows in force, as a publication does, so that neither waits for the other; and by writing,
     * so that of two members who leave at once the second sees, at any isolation level, that the first is gone.
     */
    void hold(HouseholdId household) {
        web.sql()
                .sql("update household set exit_date = exit_date where household_id = :household")
                .param("household", household.value())
                .update();
    }

    /** Its key goes, so nothing can be kept for it; who comes back is enrolled anew. */
    void leave(HouseholdId household) {
        web.sql()
                .sql("update member set member_to = greatest(:today, member_from)"
                        + " where household_id = :household and member_to is null")
                .param("today", clock.today())
                .param("household", household.value())
                .update();
        web.sql()
                .sql("update household set exit_date = greatest(least(exit_date, :today), enrolled)"
                        + " where household_id = :household")
                .param("today", clock.today())
                .param("household", household.value())
                .update();
        web.sql()
                .sql("insert into erasure (household_id, what) values (:household, :key)")
                .param("household", household.value())
                .param("key", Erasures.KEY)
                .update();
    }

    private int next(Consent consent) {
        return web.sql()
                .sql("select max(version) + 1 from consent where consent_id = :consent")
                .param("consent", consent.id())
                .query(Integer.class)
                .single();
    }

    private void record(Consent consent, int next, Rest rest, Act act) {
        Set<Department> sources = rest.nothing() ? consent.sources() : rest.sources();
        Set<Category> categories = rest.nothing() ? consent.categories() : rest.categories();
        web.sql()
                .sql(VERSION)
                .param("next", next)
                .param("status", status(rest, act).name())
                .param("withdrawn", act.mistake() ? null : Timestamp.from(act.at()))
                .param("sources", Rows.joined(sources))
                .param("categories", Rows.joined(categories))
                .param("now", Timestamp.from(act.at()))
                .param("scope", act.what().scope())
                .param("by", act.by())
                .param("document", document(consent, next, act))
                .param("consent", consent.id())
                .param("version", consent.version())
                .update();
        web.sql()
                .sql("""
                        insert into consent_grantor (consent_id, version, cpr_hash, capacity, given_at)
                        select consent_id, :next, cpr_hash, capacity, given_at from consent_grantor
                         where consent_id = :consent and version = :version
                        """)
                .param("next", next)
                .param("consent", consent.id())
                .param("version", consent.version())
                .update();
        recipients(consent, next, act.what());
    }

    /** Those who may still be shown something; what is no longer agreed at all is cut at every read. */
    private void recipients(Consent consent, int next, Withdrawn what) {
        web.sql()
                .sql("""
                        insert into consent_recipient (consent_id, version, recipient, categories)
                        select consent_id, :next, recipient, categories from consent_recipient
                         where consent_id = :consent and version = :version and recipient is distinct from :without
                        """)
                .param("next", next)
                .param("consent", consent.id())
                .param("version", consent.version())
                .param("without", what instanceof Withdrawn.Recipient one ? one.recipient() : null, Types.VARCHAR)
                .update();
    }

    private static Consent.Status status(Rest rest, Act act) {
        if (act.mistake()) {
            return Consent.Status.INVALIDATED;
        }
        return rest.nothing() ? Consent.Status.WITHDRAWN : Consent.Status.ACTIVE;
    }

    /** What is new in this version; all else stands in the one before. */
    private byte[] document(Consent consent, int next, Act act) {
        ObjectNode document = EntryFile.JSON.createObjectNode();
        document.put("consent_id", consent.id().toString());
        document.put("version", next);
        document.put("amends", consent.version());
        document.put("scope", act.what().scope());
        String done = act.mistake() ? "invalidated" : "withdrawn";
        document.set(done, EntryFile.JSON.valueToTree(act.what()));
        document.put(done + "_at", act.at().truncatedTo(ChronoUnit.MICROS).toString());
        document.put(done + "_by", act.by());
        return vault.sealRecord(
                Consents.label(consent.id(), next), document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** A kind of information stands in sections of every department: they all go and are asked for anew without it. */
    private void rows(Consent consent, int next, Rest rest, Withdrawn what) {
        boolean rewrite = what instanceof Withdrawn.Kind && !rest.nothing();
        List<InForceRow> before = web.sql()
                .sql("select * from consent_in_force where person_id = :person for update")
                .param("person", consent.person().value())
                .query(Dossiers::inForce)
                .list();
        for (InForceRow row : before) {
            boolean stays = !rest.nothing() && rest.sources().contains(row.source());
            if (!stays || rewrite) {
                delete(row);
            }
        }
        List<Object[]> after = before.stream()
                .filter(row -> !rest.nothing() && rest.sources().contains(row.source()))
                .map(row -> row.under(next, rest.categories()))
                .map(InForceRowSql::values)
                .toList();
        web.batch().batchUpdate(InForceRowSql.PUT, after);
    }

    private void delete(InForceRow row) {
        web.sql()
                .sql("delete from consent_in_force where person_id = :person and source = :source")
                .param("person", row.person().value())
                .param("source", row.source().name())
                .update();
    }

    private boolean nobodyLeft(HouseholdId household) {
        return web.sql()
                .sql("""
                        select not exists (select from consent_in_force where household_id = :household)
                           and not exists (select from consent where household_id = :household and status in ('ACTIVE', 'DRAFT')
                                             and valid_to >= :today)
                        """)
                .param("household", household.value())
                .param("today", clock.today())
                .query(Boolean.class)
                .single();
    }
}
