package dk.samblik.consent;

import com.fasterxml.jackson.core.JsonProcessingException;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The unfinished recordings, one a household, sealed with the household's key. Nobody writes over what they have not seen. */
@Component
class DeskDrafts {

    private static final String DRAFT = "desk-draft";
    private static final String PAPER = "desk-paper";
    private static final String BEGIN = """
            insert into desk_draft (household_id, revision, changed_by, changed_at, content_sealed)
            values (:household, 1, :by, :at, :content) on conflict do nothing
            """;
    private static final String CHANGE = """
            update desk_draft set revision = revision + 1, changed_by = :by, changed_at = :at, content_sealed = :content
             where household_id = :household and revision = :revision
            """;

    private final Database web;
    private final Vault vault;
    private final CivilClock clock;

    DeskDrafts(@Qualifier("webDatabase") Database web, Vault vault, CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.clock = clock;
    }

    /** A draft as it lies there: {@code revision} 0 and nobody where there is none yet. {@code paper}: whether one was added. */
    record Kept(DeskDraft draft, int revision, @Nullable String changedBy, boolean paper) {

        static final Kept NONE = new Kept(DeskDraft.NONE, 0, null, false);
    }

    Kept find(Grant grant, HouseholdId household) {
        return web.sql()
                .sql("select revision, changed_by, content_sealed, evidence_sealed is not null as paper from desk_draft"
                        + " where household_id = :household")
                .param("household", household.value())
                .query((row, number) -> new Kept(
                        read(vault.open(grant, household, DRAFT, row.getBytes("content_sealed"))),
                        row.getInt("revision"),
                        row.getString("changed_by"),
                        row.getBoolean("paper")))
                .optional()
                .orElse(Kept.NONE);
    }

    private static DeskDraft read(byte[] json) {
        try {
            return EntryFile.JSON.readValue(json, DeskDraft.class);
        } catch (IOException notOurs) {
            throw new IllegalStateException("a draft of the consent desk cannot be read");
        }
    }

    /** Keeps the draft; false where somebody changed it since this revision, and then nothing is kept. */
    boolean keep(HouseholdId household, DeskDraft draft, int revision, String by) {
        var change = web.sql()
                .sql(revision == 0 ? BEGIN : CHANGE)
                .param("household", household.value())
                .param("by", by)
                .param("at", Timestamp.from(clock.now()))
                .param("content", vault.seal(household, DRAFT, written(draft)));
        return (revision == 0 ? change : change.param("revision", revision)).update() == 1;
    }

    private static byte[] written(DeskDraft draft) {
        try {
            return EntryFile.JSON.writeValueAsBytes(draft);
        } catch (JsonProcessingException never) {
            throw new UncheckedIOException(never);
        }
    }

    /** Puts a paper beside the draft, in place of one that is there. */
    void add(HouseholdId household, byte[] paper) {
        web.sql()
                .sql("update desk_draft set evidence_sealed = :paper where household_id = :household")
                .param("household", household.value())
                .param("paper", vault.seal(household, PAPER, paper))
                .update();
    }

    /** The paper beside the draft. */
    Optional<byte[]> paper(Grant grant, HouseholdId household) {
        return web.sql()
                .sql("select evidence_sealed from desk_draft"
                        + " where household_id = :household and evidence_sealed is not null")
                .param("household", household.value())
                .query((row, number) -> vault.open(grant, household, PAPER, row.getBytes(1)))
                .optional();
    }

    /** Throws the draft away, if it still is at this revision. */
    boolean discard(HouseholdId household, int revision) {
        return web.sql()
                        .sql("delete from desk_draft where household_id = :household and revision = :revision")
                        .param("household", household.value())
                        .param("revision", revision)
                        .update()
                == 1;
    }
}
