package dk.samblik.consent;

import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Which versions were recorded together, under a number people can read out and an address nobody can guess. */
@Component
class Receipts {

    /** Digits and letters that are not taken for one another. */
    private static final String SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Database web;
    private final CivilClock clock;

    Receipts(@Qualifier("webDatabase") Database web, CivilClock clock) {
        this.web = web;
        this.clock = clock;
    }

    /** A receipt: for which household, when, by whom, and for which versions. */
    record Receipt(
            UUID id, HouseholdId household, String number, String by, Instant at, List<Consents.Version> versions) {}

    /** Issues one in the transaction at hand; answers with its address. */
    UUID issue(HouseholdId household, List<Consents.Version> versions, String by) {
        UUID id = UUID.randomUUID();
        web.sql()
                .sql("insert into consent_receipt (receipt_id, household_id, number, issued_by, issued_at)"
                        + " values (:id, :household, :number, :by, :at)")
                .param("id", id)
                .param("household", household.value())
                .param("number", number())
                .param("by", by)
                .param("at", Timestamp.from(clock.now()))
                .update();
        web.batch()
                .batchUpdate(
                        "insert into consent_receipt_line (receipt_id, consent_id, version) values (?, ?, ?)",
                        versions.stream()
                                .map(version -> new Object[] {id, version.consent(), version.version()})
                                .toList());
        return id;
    }

    private static String number() {
        StringBuilder number = new StringBuilder("K-");
        for (int sign = 0; sign < LENGTH; sign++) {
            number.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return number.insert(2 + LENGTH / 2, '-').toString();
    }

    /** The receipt at this address. */
    Optional<Receipt> find(UUID id) {
        List<Consents.Version> versions = versions(id);
        return web.sql()
                .sql("select * from consent_receipt where receipt_id = :id")
                .param("id", id)
                .query((row, number) -> new Receipt(
                        id,
                        new HouseholdId(Rows.id(row, "household_id")),
                        row.getString("number"),
                        row.getString("issued_by"),
                        row.getTimestamp("issued_at").toInstant(),
                        versions))
                .optional();
    }

    private List<Consents.Version> versions(UUID receipt) {
        return web.sql()
                .sql("select consent_id, version from consent_receipt_line where receipt_id = :id order by consent_id")
                .param("id", receipt)
                .query((row, number) -> new Consents.Version(Rows.id(row, "consent_id"), row.getInt("version")))
                .list();
    }
}
