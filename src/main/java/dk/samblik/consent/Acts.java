package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * What a household agreed to, or took back, in one act: the versions recorded at the same moment by the same hand. Read
 * with their documents, and a document that amends another with that one.
 */
@Component
class Acts {

    private static final String ACT = """
            select c.* from consent c join consent one on one.household_id = c.household_id
               and one.recorded_at = c.recorded_at and one.recorded_by = c.recorded_by
               and (one.withdrawn_at is null) = (c.withdrawn_at is null)
             where one.consent_id = :consent and one.version = :version
             order by c.valid_from, c.consent_id, c.version
            """;
    private static final String HISTORY = """
            select * from consent where consent_id = any(:ids::uuid[])
            """;

    private final Database web;
    private final Vault vault;

    Acts(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    private record Stored(
            Consent consent,
            Instant recordedAt,
            @Nullable Instant withdrawnAt,
            @Nullable String scope,
            byte[] sealed) {

        Consents.Version version() {
            return new Consents.Version(consent.id(), consent.version());
        }
    }

    /** The act this version was part of, opened against a grant for its household. */
    List<Agreed> of(Grant grant, Consents.Version version) {
        List<Stored> act = web.sql()
                .sql(ACT)
                .param("consent", version.consent())
                .param("version", version.version())
                .query(Acts::stored)
                .list();
        String[] consents =
                act.stream().map(each -> each.consent().id().toString()).toArray(String[]::new);
        Map<Consents.Version, Stored> history =
                web.sql().sql(HISTORY).param("ids", consents).query(Acts::stored).list().stream()
                        .collect(Collectors.toMap(Stored::version, Function.identity()));
        return act.stream().map(each -> open(grant, each, history)).toList();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new Stored(
                Dossiers.consent(row, List.of()),
                row.getTimestamp("recorded_at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant(),
                row.getString("scope"),
                row.getBytes("document_sealed"));
    }

    private Agreed open(Grant grant, Stored stored, Map<Consents.Version, Stored> history) {
        Deque<JsonNode> amendments = new ArrayDeque<>();
        JsonNode document = document(grant, stored);
        while (document.hasNonNull("amends")) {
            amendments.addFirst(document);
            Consents.Version before = new Consents.Version(
                    stored.consent().id(), document.get("amends").asInt());
            document = document(
                    grant, Objects.requireNonNull(history.get(before), "a version amends none that is stored"));
        }
        return new Agreed(
                stored.consent(),
                stored.recordedAt(),
                stored.withdrawnAt(),
                stored.scope(),
                document,
                List.copyOf(amendments));
    }

    private JsonNode document(Grant grant, Stored stored) {
        Consent consent = stored.consent();
        byte[] plain = vault.openRecord(
                grant, consent.household(), Consents.label(consent.id(), consent.version()), stored.sealed());
        try {
            return EntryFile.JSON.readTree(plain);
        } catch (IOException notJson) {
            throw new IllegalStateException("a stored consent is no document");
        }
    }
}
