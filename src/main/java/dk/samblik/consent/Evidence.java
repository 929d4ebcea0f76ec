package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The signed papers behind consents, sealed so that they outlive the household's key as the consent does. */
@Component
class Evidence {

    /** The most bytes a paper may have. */
    static final int MOST = 5 * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    Evidence(@Qualifier("webDatabase") Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    /** Whether these bytes begin as a PDF does; what a browser calls a file is not asked. */
    static boolean isPdf(byte[] file) {
        return file.length >= PDF.length && Arrays.equals(file, 0, PDF.length, PDF, 0, PDF.length);
    }

    /** Keeps a paper in the transaction at hand; answers with what consents name it by. */
    UUID keep(HouseholdId household, byte[] paper, String by) {
        UUID id = UUID.randomUUID();
        web.sql()
                .sql("""
                        insert into evidence (evidence_id, household_id, content_sealed, sha256, added_by, added_at)
                        values (:id, :household, :content, :hash, :by, :at)
                        """)
                .param("id", id)
                .param("household", household.value())
                .param("content", vault.sealRecord("evidence|" + id, paper))
                .param("hash", sha256(paper))
                .param("by", by)
                .param("at", Timestamp.from(clock.now()))
                .update();
        return id;
    }

    private static byte[] sha256(byte[] paper) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(paper);
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
