package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.household.Category;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * One version of a consent with its document open. {@code document} is the version that was sent whole; {@code amendments}
 * are those that have taken something of it back since, in their order, this version's own last.
 */
record Agreed(
        Consent consent,
        Instant recordedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String scope,
        JsonNode document,
        List<JsonNode> amendments) {

    Agreed {
        amendments = List.copyOf(amendments);
    }

    /** What names the version. */
    Consents.Version version() {
        return new Consents.Version(consent.id(), consent.version());
    }

    /** A field of the document; null where it is not there. */
    @Nullable
    String text(String field) {
        return text(document, field);
    }

    /** A field; null where it is not there. */
    static @Nullable String text(JsonNode json, String field) {
        return json.hasNonNull(field) ? json.get(field).asText() : null;
    }

    /** Who has given it, as the document says it. */
    List<JsonNode> grantors() {
        return stream(document.path("grantors")).toList();
    }

    /** The kinds of information that are left of those agreed. */
    Set<Category> categories() {
        return left(document.path("categories"));
    }

    /** The recipients that are left, each with what is left for it. */
    List<ConsentRecord.Recipient> recipients() {
        return stream(document.path("recipients"))
                .filter(each -> !takenBack("recipient", each.path("recipient").asText()))
                .map(each ->
                        new ConsentRecord.Recipient(each.path("recipient").asText(), left(each.path("categories"))))
                .toList();
    }

    /** Where the consent stood when this version was written, whatever has become of it since. */
    ConsentRecord.State state() {
        if (consent.status() == Consent.Status.INVALIDATED) {
            return ConsentRecord.State.INVALIDATED;
        }
        boolean ended = consent.status() == Consent.Status.WITHDRAWN || (withdrawnAt != null && "ALL".equals(scope));
        if (ended) {
            return ConsentRecord.State.WITHDRAWN;
        }
        return consent.status() == Consent.Status.DRAFT ? ConsentRecord.State.DRAFT : ConsentRecord.State.ACTIVE;
    }

    /** The one thing this version took back: a register, a kind of information or a recipient; null for all or unknown. */
    @Nullable
    String withdrawn() {
        return amendments.isEmpty()
                ? null
                : stream(amendments.get(amendments.size() - 1).path("withdrawn"))
                        .findFirst()
                        .map(JsonNode::asText)
                        .orElse(null);
    }

    private Set<Category> left(JsonNode names) {
        Set<Category> left = EnumSet.noneOf(Category.class);
        stream(names)
                .map(JsonNode::asText)
                .filter(name -> !takenBack("category", name))
                .forEach(name -> left.add(Category.valueOf(name)));
        return left;
    }

    private boolean takenBack(String field, String value) {
        return amendments.stream().anyMatch(amendment -> value.equals(text(amendment.path("withdrawn"), field)));
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false);
    }

    @Override
    public String toString() {
        return "Agreed[" + consent.reference() + "]";
    }
}
