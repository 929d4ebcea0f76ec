package dk.samblik.consent;

import dk.samblik.household.Category;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How versions of a consent are written. */
final class ConsentSql {

    static final String INSERT = """
            insert into consent (consent_id, version, household_id, person_id, status, sources, categories, period_back,
              valid_from, valid_to, withdrawn_at, scope, recorded_by, recorded_at, document_sealed)
            values (?, ?, ?, ?, ?, string_to_array(?, ','), string_to_array(?, ','), ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    static final String GRANTOR = """
            insert into consent_grantor (consent_id, version, cpr_hash, capacity, given_at) values (?, ?, ?, ?, ?)
            """;
    static final String RECIPIENT = """
            insert into consent_recipient (consent_id, version, recipient, categories)
            values (?, ?, ?, string_to_array(?, ','))
            """;
    static final String SUPERSEDE = """
            update consent set status = 'SUPERSEDED'
             where person_id = ? and status = 'ACTIVE' and (recorded_at, version, consent_id) < (?, ?, ?)
               and (consent_id = ? or consent_id = ? or ?)
            """;

    private ConsentSql() {}

    static @Nullable Object[] values(Consents.New each) {
        ConsentEntry entry = each.entry();
        return new @Nullable Object[] {
            entry.consentId(),
            entry.version(),
            entry.householdId(),
            entry.subjectPersonId(),
            entry.standing().name(),
            Rows.joined(entry.sources()),
            Rows.joined(entry.forTheTeam()),
            entry.periodBack().toString(),
            Rows.sql(entry.validFrom()),
            Rows.sql(entry.validTo()),
            sql(entry.withdrawnAt()),
            entry.scope(),
            entry.recordedBy(),
            sql(entry.recordedAt()),
            each.sealed()
        };
    }

    static Object[] values(ConsentEntry entry, Signature signature) {
        return new Object[] {
            entry.consentId(),
            entry.version(),
            signature.by().bytes(),
            signature.capacity().name(),
            Date.valueOf(signature.given())
        };
    }

    static Object[] values(ConsentEntry entry, String recipient, Set<Category> categories) {
        return new Object[] {entry.consentId(), entry.version(), recipient, Rows.joined(categories)};
    }

    /** An active consent replaces every other of the person; one that ended replaces its own earlier versions. */
    static @Nullable Object[] superseding(ConsentEntry entry) {
        return new @Nullable Object[] {
            entry.subjectPersonId(),
            sql(entry.recordedAt()),
            entry.version(),
            entry.consentId(),
            entry.consentId(),
            entry.supersedes(),
            entry.standing() == Consent.Status.ACTIVE
        };
    }

    private static @Nullable Timestamp sql(@Nullable OffsetDateTime moment) {
        return moment == null ? null : Timestamp.from(moment.toInstant());
    }
}
