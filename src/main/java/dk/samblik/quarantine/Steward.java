package dk.samblik.quarantine;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What one refused cell said, for the data steward: one row at a time, for a purpose, in the log before it is opened, and a
 * number of a person never in full. Who runs the machine cannot reach it.
 */
@Component
public class Steward {

    /** Purposes that a look may have. */
    public static final List<String> PURPOSES = List.of("quality-source", "quality-rules");

    private static final String NUMBER = "(\\d{6})[- ]?\\d{4}";

    private final Database database;
    private final Vault vault;
    private final AccessLog log;
    private final LookRows lines;

    Steward(@Qualifier("webDatabase") Database database, Vault vault, AccessLog log, LookRows lines) {
        this.database = database;
        this.vault = vault;
        this.log = log;
        this.lines = lines;
    }

    /** A refused cell; {@code text} is null where it said nothing, or what it said is not kept any more. */
    public record Cell(
            String register,
            String table,
            @Nullable Long recordNo,
            @Nullable String field,
            String reason,
            @Nullable String text) {}

    /** No bytes where nothing is kept. */
    private record Sealed(HouseholdId household, PersonId person, Department source, Cell cell, byte[] content) {}

    /**
     * Looks at one row, after the look stands in the log. Empty where there is no such row of a person whose consent is in
     * force; nothing is logged then, and nothing was shown. Throws LogUnavailable where the log cannot be written.
     */
    public Optional<Cell> look(UUID row, Viewer viewer, String purpose) {
        if (viewer.role() != Viewer.Role.STEWARD || !PURPOSES.contains(purpose)) {
            return Optional.empty();
        }
        return find(row).map(kept -> {
            Access line = lines.of(Access.Action.DETAIL, viewer, purpose, List.of(kept.household()))
                    .get(0)
                    .about(kept.person(), kept.source());
            Grant grant = log.record(List.of(line));
            return opened(grant, kept);
        });
    }

    private Optional<Sealed> find(UUID row) {
        return database.sql()
                .sql("""
                        select q.household_id, q.person_id, q.source, q.register, q.record_table, q.record_no, q.field,
                          q.reason, q.content_sealed
                          from quarantine q join consent_in_force f on f.person_id = q.person_id and f.source = q.source
                         where q.quarantine_id = :row
                        """)
                .param("row", row)
                .query((found, number) -> new Sealed(
                        new HouseholdId(found.getObject("household_id", UUID.class)),
                        new PersonId(found.getObject("person_id", UUID.class)),
                        Department.valueOf(found.getString("source")),
                        new Cell(
                                found.getString("register"),
                                found.getString("record_table"),
                                found.getObject("record_no", Long.class),
                                found.getString("field"),
                                found.getString("reason"),
                                null),
                        Objects.requireNonNullElse(found.getBytes("content_sealed"), new byte[0])))
                .optional();
    }

    private Cell opened(Grant grant, Sealed kept) {
        Cell cell = kept.cell();
        if (kept.content().length == 0) {
            return cell;
        }
        String label = label(kept.person(), cell.register(), cell.field());
        String text = new String(vault.open(grant, kept.household(), label, kept.content()), StandardCharsets.UTF_8);
        return new Cell(
                cell.register(),
                cell.table(),
                cell.recordNo(),
                cell.field(),
                cell.reason(),
                text.replaceAll(NUMBER, "$1-xxxx"));
    }

    /** What the cell of a person is sealed under, so that it opens as no other's. */
    static String label(PersonId person, String register, @Nullable String field) {
        return "quarantine/" + person + "/" + register + "/" + field;
    }
}
