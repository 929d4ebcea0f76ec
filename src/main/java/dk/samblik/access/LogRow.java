package dk.samblik.access;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A row of the access log as it stands in the table, and the link that chains it to the row before. {@code seq} is its
 * number, from 1; {@code consents} are those in force at the moment, as id and version; {@code outcome} is OK or a word for
 * what came of it.
 */
public record LogRow(
        long seq,
        Instant at,
        String actor,
        String actorRole,
        String actorOrg,
        String purpose,
        String action,
        @Nullable UUID household,
        @Nullable UUID person,
        @Nullable String source,
        List<String> categories,
        List<String> consents,
        @Nullable Integer viewVersion,
        String outcome,
        String requestId,
        @Nullable UUID run) {

    public LogRow {
        categories = List.copyOf(categories);
        consents = List.copyOf(consents);
    }

    /** The row this access becomes. */
    static LogRow of(long seq, Instant at, Access access) {
        return new LogRow(
                seq,
                at,
                access.viewer().subject(),
                access.viewer().role().name(),
                access.viewer().organisation(),
                access.purpose(),
                access.action().name(),
                access.household() == null ? null : access.household().value(),
                access.person() == null ? null : access.person().value(),
                access.source() == null ? null : access.source().name(),
                access.categories().stream().map(Enum::name).sorted().toList(),
                access.consents(),
                access.viewVersion(),
                access.outcome(),
                access.requestId(),
                access.run() == null ? null : access.run().value());
    }

    /** A row of the table. */
    static LogRow read(ResultSet row) throws SQLException {
        return new LogRow(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("actor_role"),
                row.getString("actor_org"),
                row.getString("purpose"),
                row.getString("action"),
                row.getObject("household_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("source"),
                texts(row, "categories"),
                texts(row, "consents"),
                row.getObject("view_version", Integer.class),
                row.getString("outcome"),
                row.getString("request_id"),
                row.getObject("run_id", UUID.class));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** SHA-256 over the link before and every field of this row, each with its length: no two rows read the same. */
    byte[] link(byte[] previous) {
        MessageDigest sha = DigestUtils.getSha256Digest();
        sha.update(previous);
        return sha.digest(canonical());
    }

    private byte[] canonical() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(seq);
            out.writeLong(at.getEpochSecond());
            out.writeInt(at.getNano());
            for (Object field : new Object[] {actor, actorRole, actorOrg, purpose, action, household, person, source}) {
                text(out, field);
            }
            list(out, categories);
            list(out, consents);
            for (Object field : new Object[] {viewVersion, outcome, requestId, run}) {
                text(out, field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void list(DataOutputStream out, List<String> values) throws IOException {
        out.writeInt(values.size());
        for (String value : values) {
            text(out, value);
        }
    }

    /** Length and bytes; absent is told from empty. */
    private static void text(DataOutputStream out, @Nullable Object field) throws IOException {
        if (field == null) {
            out.writeInt(-1);
            return;
        }
        byte[] text = field.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}
