package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.consent.ConsentRecord.Event;
import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.consent.ConsentRecord.What;
import dk.samblik.household.CivilClock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Writes the record of one version of a consent; the mapping of domain 7.1 to ISO/IEC TS 27560, in one place. */
record RecordOfConsent(Agreed agreed, ReceiptParties.Parties parties, DataController controller) {

    private static final String OFFICER = "dpo";

    /** The record, as handed out with a receipt. */
    ConsentRecord write(ConsentRecord.Metadata receipt) {
        Consent consent = agreed.consent();
        String supersedes = agreed.text("supersedes");
        return new ConsentRecord(
                receipt,
                new ConsentRecord.Header(
                        ConsentRecord.SCHEMA,
                        consent.id(),
                        consent.version(),
                        supersedes == null ? null : UUID.fromString(supersedes),
                        consent.person().value()),
                processing(consent),
                identified(),
                events(consent));
    }

    private ConsentRecord.Processing processing(Consent consent) {
        String gdpr9 = agreed.text("gdpr9_basis");
        return new ConsentRecord.Processing(
                new ConsentRecord.Context(consent.household().value(), agreed.text("project_code")),
                Optional.ofNullable(agreed.text("purpose_code")).orElse("HELHEDSINDSATS"),
                agreed.text("purpose_text_version"),
                Optional.ofNullable(agreed.text("language")).orElse("da"),
                new ConsentRecord.Basis(agreed.text("national_basis"), agreed.text("gdpr_basis"), gdpr9),
                consent.sources().stream().sorted().toList(),
                agreed.categories().stream()
                        .map(category -> new ConsentRecord.Kind(category, gdpr9 != null))
                        .toList(),
                consent.back(),
                List.of(ConsentRecord.CONTROLLER),
                agreed.recipients(),
                agreed.text("retention"),
                agreed.text("withdrawal_method"),
                "DK");
    }

    /** The person, those who gave it, who is responsible and how to reach them, and the data protection officer. */
    private List<Party> identified() {
        List<Party> all = new ArrayList<>();
        all.add(parties.principal());
        all.addAll(parties.grantors());
        parties.missing().stream()
                .map(ReceiptParties.Missing::party)
                .filter(party -> party.partyRole() == Role.AWAITED)
                .forEach(all::add);
        all.add(new Party(
                ConsentRecord.CONTROLLER,
                Role.PII_CONTROLLER,
                Optional.ofNullable(agreed.text("controller")).orElse(controller.name()),
                ConsentRecord.Type.ORGANISATION,
                controller.phone(),
                controller.mail(),
                controller.place(),
                null));
        String officer = Optional.ofNullable(agreed.text("dpo_contact")).orElse(controller.dpo());
        all.add(new Party(OFFICER, Role.DATA_PROTECTION_OFFICER, null, null, null, null, null, officer));
        return all;
    }

    private List<Event> events(Consent consent) {
        List<Event> events = new ArrayList<>();
        String informed = agreed.text("information_given_at");
        if (informed != null) {
            events.add(Event.of(What.NOTICE, informed, ConsentRecord.CONTROLLER));
        }
        events.addAll(given());
        String heard = agreed.text("child_heard");
        if (heard != null) {
            events.add(heard(heard));
        }
        State state = agreed.state();
        Instant withdrawn = agreed.withdrawnAt();
        State recorded = withdrawn != null && state != State.INVALIDATED ? State.ACTIVE : state;
        events.add(recorded(consent, recorded));
        if (withdrawn != null) {
            events.add(withdrawn(withdrawn, state));
        }
        return events;
    }

    private List<Event> given() {
        List<Event> given = new ArrayList<>();
        List<JsonNode> grantors = agreed.grantors();
        for (int i = 0; i < grantors.size(); i++) {
            JsonNode grantor = grantors.get(i);
            given.add(new Event(
                    What.GIVEN,
                    Objects.requireNonNull(Agreed.text(grantor, "given_at"), "a grantor without a day"),
                    parties.grantors().get(i).partyId(),
                    null,
                    null,
                    Agreed.text(grantor, "evidence_id"),
                    new ConsentRecord.Given(
                            Capacity.valueOf(grantor.path("capacity").asText()),
                            Agreed.text(grantor, "method"),
                            Agreed.text(grantor, "identity_checked_by")),
                    null,
                    null,
                    null));
        }
        return given;
    }

    private Event heard(String how) {
        String noted = agreed.text("child_view_noted_at");
        String when = noted == null ? moment(agreed.recordedAt()) : noted;
        String child = parties.principal().partyId();
        return new Event(What.CHILD_HEARD, when, child, null, null, null, null, how, null, null);
    }

    private Event recorded(Consent consent, State state) {
        return new Event(
                What.RECORDED,
                moment(agreed.recordedAt()),
                ConsentRecord.CONTROLLER,
                state,
                consent.from() + "/" + consent.to(),
                agreed.text("evidence_id"),
                null,
                null,
                null,
                state == State.DRAFT ? waiting() : null);
    }

    private ConsentRecord.Waiting waiting() {
        return new ConsentRecord.Waiting(
                parties.missing().stream()
                        .map(missing ->
                                new ConsentRecord.Awaited(missing.party().partyId(), missing.capacity()))
                        .toList(),
                agreed.text("evidence_id") == null,
                RequiredSnapshot.blocked(agreed.document()));
    }

    private Event withdrawn(Instant at, State state) {
        String scope = agreed.scope();
        return new Event(
                What.WITHDRAWN,
                moment(at),
                parties.principal().partyId(),
                state,
                null,
                null,
                null,
                null,
                new ConsentRecord.Taken(scope == null ? "ALL" : scope, agreed.withdrawn()),
                null);
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(CivilClock.COPENHAGEN));
    }
}
