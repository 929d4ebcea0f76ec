package dk.samblik.consent;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.access.Vault;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Whom a receipt names: the person the consent is about and everybody who gave it, by the name in the population register.
 * Somebody with a protected name is never named, and somebody the register cannot tell of today keeps the name of the
 * receipt before.
 */
@Component
class ReceiptParties {

    private final Database web;
    private final Vault vault;
    private final PopulationCheck check;
    private final Population population;

    ReceiptParties(@Qualifier("webDatabase") Database web, Vault vault, PopulationCheck check, Population population) {
        this.web = web;
        this.vault = vault;
        this.check = check;
        this.population = population;
    }

    /**
     * The parties of one version; a grantor of {@code grantors} stands where it stands in the document. {@code missing}:
     * whose word a draft waited for when it was recorded.
     */
    record Parties(ConsentRecord.Party principal, List<ConsentRecord.Party> grantors, List<Missing> missing) {}

    /** Somebody whose word is missing: the person it is about, or a party awaited. */
    record Missing(ConsentRecord.Party party, Capacity capacity) {}

    /** Whom the register knows, by the id at the desk and by number. */
    private record Known(Map<String, Person> members, Map<Cpr, Person> numbers, Map<String, String> before) {

        /** A name that may be printed: from the register, else what is said elsewhere. */
        @Nullable
        String name(@Nullable Person person, String party, @Nullable String otherwise) {
            if (person == null) {
                return before.getOrDefault(party, otherwise);
            }
            String name = Stream.of(person.firstName(), person.surname())
                    .flatMap(Stream::ofNullable)
                    .collect(Collectors.joining(" "));
            return person.protectedAddress() || name.isBlank() ? null : name;
        }
    }

    /** The parties of each version of an act. {@code before}: names on earlier receipts, by the id of the party. */
    Map<Consents.Version, Parties> of(
            HouseholdId household, List<Agreed> act, Map<String, String> before, String requestId) {
        List<Member> members = web.sql()
                .sql("select * from member where household_id = :household")
                .param("household", household.value())
                .query(Dossiers::member)
                .list();
        Known known = known(members, act, before, requestId);
        return act.stream().collect(Collectors.toMap(Agreed::version, agreed -> parties(agreed, members, known)));
    }

    private Known known(List<Member> members, List<Agreed> act, Map<String, String> before, String requestId) {
        List<Member> participants =
                members.stream().filter(Member::participates).toList();
        try {
            population.load();
            Judge.Seen seen = check.look(participants, requestId, null);
            List<Cpr> written = act.stream()
                    .flatMap(agreed -> agreed.grantors().stream())
                    .flatMap(grantor -> number(grantor).stream())
                    .distinct()
                    .toList();
            Map<String, Person> people = new HashMap<>();
            seen.people().forEach((id, person) -> people.put(id.toString(), person));
            Map<Cpr, Person> numbers = new HashMap<>(seen.others());
            numbers.putAll(population.find(written));
            return new Known(people, numbers, before);
        } catch (PopulationUnavailable unreliable) {
            return new Known(Map.of(), Map.of(), before);
        }
    }

    private Parties parties(Agreed agreed, List<Member> members, Known known) {
        PersonId subject = agreed.consent().person();
        List<ConsentRecord.Party> grantors = new ArrayList<>();
        for (JsonNode grantor : agreed.grantors()) {
            String party = id(grantor, subject, members).orElse("grantor-" + (grantors.size() + 1));
            Person person = number(grantor)
                    .map(known.numbers()::get)
                    .orElse(known.members().get(party));
            String name = known.name(person, party, Agreed.text(grantor, "name"));
            grantors.add(party(party, ConsentRecord.Role.GRANTOR, name, null));
        }
        boolean child = members.stream()
                .anyMatch(member ->
                        member.id().equals(subject) && member.relation().equals(Member.CHILD));
        ConsentRecord.Party principal =
                principal(subject, child ? ConsentRecord.Type.CHILD : ConsentRecord.Type.ADULT, grantors, known);
        return new Parties(principal, grantors, missing(agreed, principal, members, known));
    }

    private List<Missing> missing(Agreed agreed, ConsentRecord.Party principal, List<Member> members, Known known) {
        if (agreed.state() != ConsentRecord.State.DRAFT) {
            return List.of();
        }
        List<Signature> given = agreed.grantors().stream()
                .flatMap(grantor -> signature(grantor, members).stream())
                .toList();
        List<Missing> missing = new ArrayList<>();
        for (Requirement required : RequiredSnapshot.missing(agreed.document(), given, this::hash)) {
            ConsentRecord.Party party = required.capacity() == Capacity.SELF
                    ? principal
                    : awaited(required, "awaited-" + (missing.size() + 1), members, known);
            missing.add(new Missing(party, required.capacity()));
        }
        return missing;
    }

    /** Named only as the register has them today, and never a member who said no. */
    private ConsentRecord.Party awaited(Requirement required, String otherwise, List<Member> members, Known known) {
        List<CprHash> numbers = required.numbers().stream().map(this::hash).toList();
        Optional<Member> member =
                members.stream().filter(each -> numbers.contains(each.number())).findFirst();
        String id = member.map(each -> each.id().toString()).orElse(otherwise);
        boolean saidNo = member.filter(each -> each.participation() == Participation.DECLINED)
                .isPresent();
        String name = required.numbers().stream()
                .flatMap(number -> Stream.ofNullable(known.numbers().get(number)))
                .findFirst()
                .filter(person -> !saidNo)
                .map(person -> known.name(person, id, null))
                .orElse(null);
        return party(id, ConsentRecord.Role.AWAITED, name, null);
    }

    private Optional<Signature> signature(JsonNode grantor, List<Member> members) {
        String written = Agreed.text(grantor, "person_id");
        Optional<CprHash> by = written == null
                ? number(grantor).map(this::hash)
                : members.stream()
                        .filter(member -> member.id().toString().equals(written))
                        .findFirst()
                        .map(Member::number);
        return by.map(hash -> new Signature(
                hash,
                Capacity.valueOf(grantor.path("capacity").asText()),
                LocalDate.parse(grantor.path("given_at").asText())));
    }

    private CprHash hash(Cpr number) {
        return CprHash.of(vault.hash(number));
    }

    private static ConsentRecord.Party principal(
            PersonId subject, ConsentRecord.Type type, List<ConsentRecord.Party> grantors, Known known) {
        String id = subject.toString();
        String own = grantors.stream()
                .filter(grantor -> grantor.partyId().equals(id))
                .findFirst()
                .map(ConsentRecord.Party::partyName)
                .orElse(null);
        String name = known.name(known.members().get(id), id, own);
        return party(id, ConsentRecord.Role.PII_PRINCIPAL, name, type);
    }

    /** A member is the same party wherever it stands; somebody outside the household has no id of ours. */
    private Optional<String> id(JsonNode grantor, PersonId subject, List<Member> members) {
        String written = Agreed.text(grantor, "person_id");
        if (written != null) {
            return Optional.of(written);
        }
        if (Capacity.SELF.name().equals(Agreed.text(grantor, "capacity"))) {
            return Optional.of(subject.toString());
        }
        Optional<CprHash> number = number(grantor).map(this::hash);
        return members.stream()
                .filter(member -> number.equals(Optional.of(member.number())))
                .findFirst()
                .map(member -> member.id().toString());
    }

    private static Optional<Cpr> number(JsonNode grantor) {
        return Optional.ofNullable(Agreed.text(grantor, "person_cpr")).flatMap(Cpr::read);
    }

    private static ConsentRecord.Party party(
            String id, ConsentRecord.Role role, @Nullable String name, ConsentRecord.@Nullable Type type) {
        return new ConsentRecord.Party(id, role, name, type, null, null, null, null);
    }
}
