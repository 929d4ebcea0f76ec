package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Event;
import dk.samblik.consent.ConsentRecord.Party;
import dk.samblik.consent.ConsentRecord.Role;
import dk.samblik.consent.ConsentRecord.State;
import dk.samblik.consent.ConsentRecord.Type;
import dk.samblik.consent.ConsentRecord.What;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Receipts of an invented family, as they would be handed out. */
final class Handed {

    private static final UUID HOUSEHOLD = id("household");
    private static final Set<Department> ALL = EnumSet.allOf(Department.class);
    private static final Set<Category> EVERYTHING = EnumSet.allOf(Category.class);
    private static final List<ConsentRecord.Awaited> AWAITED =
            List.of(new ConsentRecord.Awaited("awaited-1", Capacity.CUSTODY_HOLDER));

    private Handed() {}

    /** Two adults and two children; the older child also by a custody holder elsewhere, one adult without measures. */
    static Receipt family() {
        return receipt(
                given("Amina Testesen", Type.ADULT, ALL, EVERYTHING, "Amina Testesen"),
                given(
                        "Karim Testesen",
                        Type.ADULT,
                        EnumSet.of(Department.EMPLOYMENT, Department.HOUSING, Department.POPULATION),
                        EnumSet.complementOf(EnumSet.of(Category.MEASURES, Category.BENEFITS)),
                        "Karim Testesen"),
                given("Yusuf Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen", "Henrik Andetsteds"),
                given("Lea Æøå-Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen", "Karim Testesen"));
    }

    /** Two adults with five children, for each of whom both have said yes. */
    static Receipt large() {
        List<ConsentRecord> all = new ArrayList<>();
        for (String adult : List.of("Amina Testesen", "Karim Testesen")) {
            all.add(given(adult, Type.ADULT, ALL, EVERYTHING, adult));
        }
        for (String child : List.of("Yusuf", "Lea", "Noor", "Sami", "Ida")) {
            all.add(given(child + " Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen", "Karim Testesen"));
        }
        return receipt(all.toArray(ConsentRecord[]::new));
    }

    /** One adult has taken everything back, the other one register, and the children nothing. */
    static Receipt takenBack() {
        return receipt(
                withdrawn("Amina Testesen", State.WITHDRAWN, ALL, new ConsentRecord.Taken("ALL", null)),
                withdrawn(
                        "Karim Testesen",
                        State.ACTIVE,
                        EnumSet.of(Department.EMPLOYMENT, Department.POPULATION),
                        new ConsentRecord.Taken("SOURCE", "HOUSING")));
    }

    /** A child whose other custody holder has not answered; nobody may be named. */
    static Receipt waiting() {
        ConsentRecord named = draft(
                given("Yusuf Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen"),
                new ConsentRecord.Waiting(AWAITED, false, null),
                null);
        List<Party> parties = named.partyIdentification().stream()
                .map(party -> party.partyRole() == Role.PII_CONTROLLER
                        ? party
                        : party(party.partyId(), party.partyRole(), null, party.partyType()))
                .toList();
        return receipt(new ConsentRecord(
                named.receiptMetadata(), named.header(), named.piiProcessing(), parties, named.events()));
    }

    /** Two adults and two children without a paper; a custody holder elsewhere has not answered for one of the children. */
    static Receipt unfinished() {
        ConsentRecord.Waiting paper = new ConsentRecord.Waiting(List.of(), true, null);
        ConsentRecord.Waiting both = new ConsentRecord.Waiting(AWAITED, true, null);
        return receipt(
                draft(given("Amina Testesen", Type.ADULT, ALL, EVERYTHING, "Amina Testesen"), paper, null),
                draft(given("Karim Testesen", Type.ADULT, ALL, EVERYTHING, "Karim Testesen"), paper, null),
                draft(
                        given("Yusuf Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen", "Karim Testesen"),
                        paper,
                        null),
                draft(
                        given("Lea Æøå-Testesen", Type.CHILD, ALL, EVERYTHING, "Amina Testesen"),
                        both,
                        "Henrik Andetsteds"));
    }

    /** As it would be if it waited; for somebody of this name, where a name may be printed. */
    private static ConsentRecord draft(ConsentRecord given, ConsentRecord.Waiting waiting, String awaited) {
        List<Event> events = given.events().stream()
                .map(event -> event.eventType() == What.RECORDED ? recorded(State.DRAFT, waiting) : event)
                .toList();
        List<Party> parties = new ArrayList<>(given.partyIdentification());
        if (!waiting.words().isEmpty()) {
            parties.add(party("awaited-1", Role.AWAITED, awaited, null));
        }
        return new ConsentRecord(given.receiptMetadata(), given.header(), given.piiProcessing(), parties, events);
    }

    private static Receipt receipt(ConsentRecord... records) {
        return new Receipt(Stream.of(records)
                .map(record -> new Receipt.Entry(record, record.json(), "7f3a92b104cd11ee".repeat(4)))
                .toList());
    }

    private static ConsentRecord given(
            String person, Type type, Set<Department> sources, Set<Category> categories, String... grantors) {
        List<Event> events = new ArrayList<>();
        for (String grantor : grantors) {
            boolean self = grantor.equals(person);
            events.add(new Event(
                    What.GIVEN,
                    "2026-03-12",
                    id(grantor).toString(),
                    null,
                    null,
                    null,
                    new ConsentRecord.Given(self ? Capacity.SELF : Capacity.CUSTODY_HOLDER, "WRITTEN", "legitimation"),
                    null,
                    null,
                    null));
        }
        events.add(recorded(State.ACTIVE, null));
        return record(person, type, sources, categories, List.of(grantors), events);
    }

    private static ConsentRecord withdrawn(
            String person, State state, Set<Department> sources, ConsentRecord.Taken taken) {
        ConsentRecord given = given(person, Type.ADULT, sources, EVERYTHING, person);
        List<Event> events = new ArrayList<>(given.events());
        events.add(new Event(
                What.WITHDRAWN,
                "2026-06-02T10:05:12+02:00",
                id(person).toString(),
                state,
                null,
                null,
                null,
                null,
                taken,
                null));
        return record(person, Type.ADULT, sources, EVERYTHING, List.of(person), events);
    }

    private static Event recorded(State state, ConsentRecord.Waiting waiting) {
        return new Event(
                What.RECORDED,
                "2026-03-12T10:00:00+01:00",
                "controller",
                state,
                "2026-03-12/2027-03-11",
                waiting != null && waiting.evidence() ? null : "E-1",
                null,
                null,
                null,
                waiting);
    }

    private static ConsentRecord record(
            String person,
            Type type,
            Set<Department> sources,
            Set<Category> categories,
            List<String> grantors,
            List<Event> events) {
        return new ConsentRecord(
                new ConsentRecord.Metadata(
                        ConsentRecord.SCHEMA,
                        id("receipt"),
                        OffsetDateTime.parse("2026-03-12T10:05:00+01:00"),
                        "0".repeat(32)),
                new ConsentRecord.Header(ConsentRecord.SCHEMA, id(person + " consent"), 1, null, id(person)),
                processing(sources, categories),
                parties(person, type, grantors),
                events);
    }

    private static ConsentRecord.Processing processing(Set<Department> sources, Set<Category> categories) {
        return new ConsentRecord.Processing(
                new ConsentRecord.Context(HOUSEHOLD, "FREMSKUDT"),
                "HELHEDSINDSATS",
                "2026-01",
                "da",
                new ConsentRecord.Basis("RSL11A", "6.1.e", "9.2.f"),
                List.copyOf(sources),
                categories.stream()
                        .map(category -> new ConsentRecord.Kind(category, true))
                        .toList(),
                Period.ofMonths(12),
                List.of("controller"),
                List.of(
                        new ConsentRecord.Recipient("MUNICIPAL_TEAM", categories),
                        new ConsentRecord.Recipient("HOUSING_ORG:Boligselskabet Fjordblik", Set.of(Category.TENANCY))),
                "P5Y",
                "mundtligt eller skriftligt",
                "DK");
    }

    private static List<Party> parties(String person, Type type, List<String> grantors) {
        List<Party> parties = new ArrayList<>();
        parties.add(party(id(person).toString(), Role.PII_PRINCIPAL, person, type));
        grantors.forEach(grantor -> parties.add(party(id(grantor).toString(), Role.GRANTOR, grantor, null)));
        parties.add(new Party(
                "controller",
                Role.PII_CONTROLLER,
                "Fjordsted Kommune",
                Type.ORGANISATION,
                "12 34 56 78",
                "samtykke@fjordsted.example",
                "Borgerservice, Torvet 1, 9988 Fjordsted",
                null));
        parties.add(
                new Party("dpo", Role.DATA_PROTECTION_OFFICER, null, null, null, null, null, "dpo@fjordsted.example"));
        return parties;
    }

    private static Party party(String id, Role role, String name, Type type) {
        return new Party(id, role, name, type, null, null, null, null);
    }

    private static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }

    /** All of them. */
    static List<Receipt> all() {
        return List.of(family(), large(), takenBack(), waiting(), unfinished());
    }
}
