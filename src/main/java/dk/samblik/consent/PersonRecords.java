package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** What the consent desk holds about one person, found by CPR number, and its end where that person asks for it. */
@Component
public class PersonRecords {

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final Withdrawal withdrawal;
    private final CivilClock clock;

    PersonRecords(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            Withdrawal withdrawal,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.withdrawal = withdrawal;
        this.clock = clock;
    }

    /**
     * A place in a household, from one day to another. {@code number} is the household's own; {@code to} null while it lasts;
     * {@code changes}: how it was changed at the desk since, each by its moment, what it was and what it became.
     */
    public record Membership(
            PersonId person,
            HouseholdId household,
            String number,
            String area,
            String participation,
            String relation,
            LocalDate from,
            @Nullable LocalDate to,
            List<String> changes) {}

    /** One version of a consent about the person, with its document as it was recorded. */
    public record Version(
            UUID consent,
            int version,
            String status,
            List<String> sources,
            List<String> categories,
            LocalDate from,
            LocalDate to,
            OffsetDateTime recorded,
            JsonNode document) {}

    /** Where the person was found, and the proof that the search stands in the log. */
    public record Found(List<Membership> memberships, Grant grant) {}

    /**
     * Looks the person up; the search, and under which households it found somebody, is in the access log before this
     * returns. No membership where nobody of this number is known.
     */
    public Found find(Cpr cpr, Access.Action action, String purpose, Viewer by, String requestId) {
        List<Membership> memberships = web.sql()
                .sql(
                        "select m.*, h.number, h.area, array(select changed_at || ' ' || coalesce(was, '-') || ' ' || became"
                                + " from member_change c where c.person_id = m.person_id order by changed_at) as changes"
                                + " from member m join household h using (household_id)"
                                + " where cpr_hash = :hash order by member_from, person_id")
                .param("hash", vault.hash(cpr))
                .query(PersonRecords::membership)
                .list();
        List<Access> rows = memberships.isEmpty()
                ? List.of(row(Access.Action.SEARCH, null, purpose, by, requestId))
                : memberships.stream()
                        .map(membership -> row(action, membership, purpose, by, requestId))
                        .toList();
        return new Found(memberships, log.record(rows));
    }

    /** The first day of this person in the household they are in. */
    public LocalDate joined(PersonId person) {
        return web.sql()
                .sql("select member_from from member where person_id = :person")
                .param("person", person.value())
                .query(LocalDate.class)
                .single();
    }

    private static Access row(
            Access.Action action, @Nullable Membership about, String purpose, Viewer by, String requestId) {
        return new Access(
                action,
                by,
                purpose,
                about == null ? null : about.household(),
                about == null ? null : about.person(),
                null,
                Set.of(),
                List.of(),
                null,
                about == null ? "NOT_KNOWN" : "OK",
                requestId,
                null);
    }

    private static Membership membership(ResultSet row, int number) throws SQLException {
        return new Membership(
                new PersonId(Rows.id(row, "person_id")),
                new HouseholdId(Rows.id(row, "household_id")),
                row.getString("number"),
                row.getString("area"),
                row.getString("participation"),
                row.getString("relation"),
                Rows.date(row, "member_from"),
                Rows.dateOrNull(row, "member_to"),
                List.of((String[]) row.getArray("changes").getArray()));
    }

    /** Every version of every consent about the person, oldest first, with the documents opened. */
    public List<Version> consents(Grant grant, Membership about) {
        return web.sql()
                .sql("select * from consent where person_id = :person order by recorded_at, version")
                .param("person", about.person().value())
                .query((row, number) -> new Version(
                        Rows.id(row, "consent_id"),
                        row.getInt("version"),
                        row.getString("status"),
                        List.of((String[]) row.getArray("sources").getArray()),
                        List.of((String[]) row.getArray("categories").getArray()),
                        Rows.date(row, "valid_from"),
                        Rows.date(row, "valid_to"),
                        row.getObject("recorded_at", OffsetDateTime.class),
                        document(grant, about.household(), row)))
                .list();
    }

    private JsonNode document(Grant grant, HouseholdId household, ResultSet row) throws SQLException {
        String label = Consents.label(Rows.id(row, "consent_id"), row.getInt("version"));
        try {
            return EntryFile.JSON.readTree(vault.openRecord(grant, household, label, row.getBytes("document_sealed")));
        } catch (IOException unreadable) {
            throw new IllegalStateException("a document cannot be read");
        }
    }

    /** What an erasure came to: consents that were withdrawn, and versions of consents that stay as proof. */
    public record Erasure(int withdrawn, int proofs) {}

    /**
     * Ends what is held about the person but for what must stay: every consent is withdrawn, with all that hangs on it, and
     * the number goes. What was agreed and withdrawn stays as proof for its time (GDPR art. 17(3)(e)), and so does the log.
     */
    public Erasure erase(Found found, Viewer by, String requestId) {
        int withdrawn = 0;
        int proofs = 0;
        for (Membership membership : found.memberships()) {
            web.sql()
                    .sql("update consent set status = 'INVALIDATED' where person_id = :person and status = 'DRAFT'")
                    .param("person", membership.person().value())
                    .update();
            while (withdrawal
                    .withdraw(membership.person(), new Withdrawn.Everything(), by, requestId)
                    .isPresent()) {
                withdrawn++;
            }
            forget(membership.person());
            proofs += web.sql()
                    .sql("select count(*) from consent where person_id = :person")
                    .param("person", membership.person().value())
                    .query(Integer.class)
                    .single();
        }
        Erasures.settle(web, vault);
        return new Erasure(withdrawn, proofs);
    }

    private void forget(PersonId person) {
        web.doInTransaction(() -> {
            web.sql()
                    .sql("delete from consent_in_force where person_id = :person")
                    .param("person", person.value())
                    .update();
            web.sql()
                    .sql("delete from custody_noted where person_id = :person")
                    .param("person", person.value())
                    .update();
            web.sql()
                    .sql("update member set participation = 'DECLINED', reason = null, cpr_sealed = null,"
                            + " member_to = greatest(member_from, least(member_to, :today)) where person_id = :person")
                    .param("person", person.value())
                    .param("today", clock.today())
                    .update();
        });
    }
}
