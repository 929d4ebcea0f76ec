package dk.samblik.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Everything that is stored from the registers about one person, as it lies there and not as a team sees it (GDPR art. 15). */
@Component
public class Holdings {

    private final Database web;
    private final Vault vault;

    Holdings(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    /** What one register says, or said: {@code superseded} where a newer answer took its place. */
    public record Held(
            String register,
            String source,
            OffsetDateTime stored,
            boolean superseded,
            String mapping,
            JsonNode facts) {}

    /** A row that was refused: where it stands and why. */
    public record Refused(
            String register, String table, @Nullable Long record, String reason, OffsetDateTime last) {}

    /** All sections of the person, opened, newest first of each register. */
    public List<Held> sections(Grant grant, HouseholdId household, PersonId person) {
        return web.sql()
                .sql("select * from section where person_id = :person and household_id = :household"
                        + " order by register, since_version desc")
                .param("person", person.value())
                .param("household", household.value())
                .query((row, number) -> new Held(
                        row.getString("register"),
                        row.getString("source"),
                        row.getObject("stored_at", OffsetDateTime.class),
                        row.getObject("until_version") != null,
                        row.getString("mapping"),
                        facts(vault.open(
                                grant,
                                household,
                                SectionContent.label(person, row.getString("register"), row.getInt("since_version")),
                                row.getBytes("content_sealed")))))
                .list();
    }

    private static JsonNode facts(byte[] text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("a section cannot be read");
        }
    }

    /** Rows about the person that were refused and wait to be mended. */
    public List<Refused> refused(PersonId person) {
        return web.sql()
                .sql("select register, record_table, record_no, reason, last_seen from quarantine"
                        + " where person_id = :person order by last_seen")
                .param("person", person.value())
                .query((row, number) -> new Refused(
                        row.getString(1),
                        row.getString(2),
                        row.getObject(3, Long.class),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class)))
                .list();
    }
}
