package dk.samblik.consent;

import dk.samblik.access.Grant;
import dk.samblik.access.SealBroken;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
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

    /** A paper that is kept, without what it says; {@code addedBy} is a subject. */
    record Paper(UUID id, HouseholdId household, String addedBy, Instant addedAt) {}

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
                .param("content", vault.sealRecord(label(id), paper))
                .param("hash", DigestUtils.sha256(paper))
                .param("by", by)
                .param("at", Timestamp.from(clock.now()))
                .update();
        return id;
    }

    private static String label(UUID id) {
        return "evidence|" + id;
    }

    /** The paper with this id; empty where there is none. */
    Optional<Paper> find(UUID id) {
        return web.sql()
                .sql("select * from evidence where evidence_id = :id")
                .param("id", id)
                .query(Evidence::paper)
                .optional();
    }

    /** The papers of a household, the newest first. */
    List<Paper> of(HouseholdId household) {
        return web.sql()
                .sql("select * from evidence where household_id = :id order by added_at desc, evidence_id")
                .param("id", household.value())
                .query(Evidence::paper)
                .list();
    }

    private static Paper paper(ResultSet row, int number) throws SQLException {
        return new Paper(
                Rows.id(row, "evidence_id"),
                new HouseholdId(Rows.id(row, "household_id")),
                row.getString("added_by"),
                row.getTimestamp("added_at").toInstant());
    }

    /** What was handed in, against a grant for its household; empty where the key to it is gone. */
    Optional<byte[]> open(Grant grant, Paper paper) {
        byte[] sealed = web.sql()
                .sql("select content_sealed from evidence where evidence_id = :id")
                .param("id", paper.id())
                .query(byte[].class)
                .single();
        try {
            return Optional.of(vault.openRecord(grant, paper.household(), label(paper.id()), sealed));
        } catch (SealBroken keyGone) {
            return Optional.empty();
        }
    }
}
