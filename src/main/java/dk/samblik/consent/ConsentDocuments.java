package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.Grant;
import dk.samblik.access.Vault;
import dk.samblik.storage.Database;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Consents as they were written down, sealed: all of what was agreed, also what the columns do not say. */
@Component
class ConsentDocuments {

    private static final String UP_TO = """
            select version, document_sealed from consent where consent_id = :consent and version <= :version order by version
            """;

    private final Database web;
    private final Vault vault;

    ConsentDocuments(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    private record Sealed(int version, byte[] document) {}

    /** The document of this version: the last that was written whole, less what was taken back since. */
    ObjectNode current(Grant grant, Consent consent) {
        List<Sealed> documents = web.sql()
                .sql(UP_TO)
                .param("consent", consent.id())
                .param("version", consent.version())
                .query((row, number) -> new Sealed(row.getInt(1), row.getBytes(2)))
                .list();
        ObjectNode whole = EntryFile.JSON.createObjectNode();
        for (Sealed sealed : documents) {
            JsonNode document = opened(grant, consent, sealed);
            if (document.has("recipients")) {
                whole = (ObjectNode) document;
            } else {
                JsonNode withdrawn = document.path("withdrawn");
                without(whole.path("sources"), "", withdrawn.path("source"));
                without(whole.path("categories"), "", withdrawn.path("category"));
                without(whole.path("recipients"), "recipient", withdrawn.path("recipient"));
            }
        }
        return whole;
    }

    /** Who besides the team may be shown something; the team is left out, as taking it back is taking back all. */
    Set<String> recipients(Grant grant, Consent consent) {
        Set<String> names = new TreeSet<>();
        current(grant, consent)
                .path("recipients")
                .forEach(one -> names.add(one.path("recipient").asText()));
        names.remove(ConsentEntry.TEAM);
        return names;
    }

    private static void without(JsonNode list, String field, JsonNode gone) {
        if (list instanceof ArrayNode && !gone.isMissingNode()) {
            for (Iterator<JsonNode> each = list.iterator(); each.hasNext(); ) {
                JsonNode one = each.next();
                if ((field.isEmpty() ? one : one.path(field)).equals(gone)) {
                    each.remove();
                }
            }
        }
    }

    private JsonNode opened(Grant grant, Consent consent, Sealed sealed) {
        byte[] text = vault.openRecord(
                grant, consent.household(), Consents.label(consent.id(), sealed.version()), sealed.document());
        try {
            return EntryFile.JSON.readTree(text);
        } catch (IOException unreadable) {
            throw new IllegalStateException("a consent's document cannot be read");
        }
    }
}
