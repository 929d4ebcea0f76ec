package dk.samblik.consent;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One version of a consent as a receipt hands it on, with the field names of ISO/IEC TS 27560 in four parts: header,
 * processing, parties, events; and the metadata of the receipt. Holds names where they may be printed, and never a CPR
 * number. Its schema is {@code docs/schema/consent-record.json}.
 */
record ConsentRecord(
        Metadata receiptMetadata,
        Header header,
        Processing piiProcessing,
        List<Party> partyIdentification,
        List<Event> events) {

    static final String SCHEMA = "ISO/IEC TS 27560:2023";

    static final String CONTROLLER = "controller";

    private static final JsonMapper JSON = EntryFile.JSON
            .rebuild()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    ConsentRecord {
        partyIdentification = List.copyOf(partyIdentification);
        events = List.copyOf(events);
    }

    /** The receipt this record was handed out with; {@code nonce} keeps the record from being guessed by its hash. */
    record Metadata(String schemaVersion, UUID receiptId, OffsetDateTime receiptIssuedAt, String nonce) {}

    /** Which version of which consent, about whom; {@code supersedes} is another consent it took the place of. */
    record Header(
            String schemaVersion,
            UUID recordId,
            int recordVersion,
            @Nullable UUID supersedes,
            UUID piiPrincipalId) {}

    /** What was agreed. {@code piiSources}: which registers; {@code dataPeriod}: how far back from the day of fetching. */
    record Processing(
            Context purposeContext,
            String purpose,
            @Nullable String privacyNotice,
            String language,
            Basis lawfulBasis,
            List<Department> piiSources,
            List<Kind> piiInformation,
            Period dataPeriod,
            List<String> piiControllers,
            List<Recipient> recipientThirdParties,
            @Nullable String retentionPeriod,
            @Nullable String withdrawalMethod,
            String jurisdiction) {

        Processing {
            piiSources = List.copyOf(piiSources);
            piiInformation = List.copyOf(piiInformation);
            recipientThirdParties = List.copyOf(recipientThirdParties);
        }
    }

    /** The household and the project it was agreed for. */
    record Context(UUID householdId, @Nullable String projectCode) {}

    /** The law processing rests on, by the codes of the municipality; {@code gdpr9} for special categories. */
    record Basis(
            @Nullable String national,
            @Nullable String gdpr,
            @Nullable String gdpr9) {}

    /** A kind of information; special where the consent names a basis in article 9. */
    record Kind(Category piiType, boolean specialPiiCategory) {}

    /** Who may be shown what. */
    record Recipient(String recipient, Set<Category> piiTypes) {}

    /** Somebody with a part in it. {@code partyName} is null where it is not known or, by protection, not printed. */
    record Party(
            String partyId,
            Role partyRole,
            @Nullable String partyName,
            @Nullable Type partyType,
            @Nullable String partyPhone,
            @Nullable String partyEmail,
            @Nullable String partyAddress,
            @Nullable String partyContact) {}

    /** What a party is in the record; somebody awaited has not given theirs yet. */
    enum Role {
        PII_PRINCIPAL,
        GRANTOR,
        AWAITED,
        PII_CONTROLLER,
        DATA_PROTECTION_OFFICER
    }

    /** What a party is besides. */
    enum Type {
        ADULT,
        CHILD,
        ORGANISATION
    }

    /** What happened, on a day or at a moment, by which party. {@code eventState} is where the consent stood afterwards. */
    record Event(
            What eventType,
            String eventTime,
            String entityId,
            @Nullable State eventState,
            @Nullable String validityDuration,
            @Nullable String evidenceId,
            @Nullable Given given,
            @Nullable String childHeard,
            @Nullable Taken withdrawal,
            @Nullable Waiting waiting) {

        static Event of(What what, String when, String who) {
            return new Event(what, when, who, null, null, null, null, null, null, null);
        }
    }

    /** How it was given. */
    record Given(
            Capacity capacity,
            @Nullable String method,
            @Nullable String identityCheckedBy) {}

    /** What was taken back; {@code withdrawn} names the one register, kind or recipient, null for all or unknown. */
    record Taken(String scope, @Nullable String withdrawn) {}

    /**
     * What a draft waits for: whose word, whether the proof that it was given, and whether somebody must first settle who
     * can give it. All of it empty where the population register could not be asked.
     */
    record Waiting(List<Awaited> words, boolean evidence, Entitlement.Blocked.@Nullable Reason blocked) {

        Waiting {
            words = List.copyOf(words);
        }
    }

    /** A party whose word is missing, and what as. */
    record Awaited(String partyId, Capacity capacity) {}

    /** Kinds of events. */
    enum What {
        NOTICE,
        GIVEN,
        CHILD_HEARD,
        RECORDED,
        WITHDRAWN
    }

    /** Where a consent stands after an event. */
    enum State {
        DRAFT,
        ACTIVE,
        WITHDRAWN,
        INVALIDATED
    }

    /** The record as it is stored, hashed and handed on. */
    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (IOException never) {
            throw new UncheckedIOException("a record could not be written", never);
        }
    }

    /** A record out of its own JSON. */
    static ConsentRecord of(byte[] json) {
        try {
            return JSON.readValue(json, ConsentRecord.class);
        } catch (IOException notOurs) {
            throw new IllegalStateException("a stored record is no record");
        }
    }

    /** The event that ended the consent or took part of it back; null where this version is no withdrawal. */
    @Nullable
    Event withdrawal() {
        return events.stream()
                .filter(event -> event.eventType() == What.WITHDRAWN)
                .findFirst()
                .orElse(null);
    }

    /** What it waits for; null where it is no draft, or its receipt does not say. */
    @Nullable
    Waiting waiting() {
        return events.stream()
                .flatMap(event -> Stream.ofNullable(event.waiting()))
                .findFirst()
                .orElse(null);
    }

    /** Where the consent stood when this version was written. */
    State state() {
        return events.stream()
                .flatMap(event -> Stream.ofNullable(event.eventState()))
                .reduce((before, after) -> after)
                .orElse(State.DRAFT);
    }

    /** Whether it is about a child. */
    boolean ofChild() {
        return parties(Role.PII_PRINCIPAL).stream().anyMatch(party -> party.partyType() == Type.CHILD);
    }

    /** Those in this part. */
    List<Party> parties(Role role) {
        return partyIdentification.stream()
                .filter(party -> party.partyRole() == role)
                .toList();
    }

    @Override
    public String toString() {
        return "ConsentRecord[" + header.recordId() + "/" + header.recordVersion() + "]";
    }
}
