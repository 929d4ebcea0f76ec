package dk.samblik.consent;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.population.Person;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Renews a consent: the same scope for a new period, given anew by everybody who must, on new evidence. A new version;
 * the old one stays as it was recorded.
 */
@Component
class Renewals {

    private static final Logger LOG = LoggerFactory.getLogger(Renewals.class);
    private static final Period LONGEST = Period.ofMonths(12);

    private final Database web;
    private final Vault vault;
    private final AccessLog log;
    private final ConsentDocuments documents;
    private final Consents consents;
    private final PopulationCheck check;
    private final RequiredSnapshot snapshot;
    private final Settling settling;
    private final ConsentSettings settings;
    private final CivilClock clock;

    Renewals(
            @Qualifier("webDatabase") Database web,
            Vault vault,
            AccessLog log,
            ConsentDocuments documents,
            Consents consents,
            PopulationCheck check,
            RequiredSnapshot snapshot,
            Settling settling,
            ConsentSettings settings,
            CivilClock clock) {
        this.web = web;
        this.vault = vault;
        this.log = log;
        this.documents = documents;
        this.consents = consents;
        this.check = check;
        this.snapshot = snapshot;
        this.settling = settling;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Somebody who must say yes. {@code key}: what the page calls them, which tells nothing. {@code firstName} is null
     * where the register has none, or protects it from being shown outside of the household.
     */
    record Grantor(
            String key,
            Capacity capacity,
            Cpr number,
            @Nullable String firstName) {
        @Override
        public String toString() {
            return "Grantor[" + capacity + "]";
        }
    }

    /** A consent that can be renewed, and who must say yes today. */
    record Needed(DeskPerson person, Consent consent, List<Grantor> grantors) {

        Needed {
            grantors = List.copyOf(grantors);
        }

        /** The last day it may hold, when it is given on this one. */
        LocalDate latestEnd(LocalDate given) {
            return given.plus(LONGEST).minusDays(1);
        }
    }

    /** What it takes to renew this member's consent; empty where there is none, or who must say yes cannot be told. */
    Optional<Needed> needed(DeskLook.Look look, PersonId id) {
        Optional<DeskPerson> person = look.household().person(id).filter(DeskPerson::renewable);
        Consent consent = person.map(DeskPerson::consent).orElse(null);
        if (consent == null) {
            return Optional.empty();
        }
        return grantors(look, id)
                .filter(grantors -> !grantors.isEmpty())
                .map(grantors -> new Needed(person.get(), consent, grantors));
    }

    private Optional<List<Grantor>> grantors(DeskLook.Look look, PersonId id) {
        Member member = consents.member(id);
        if (member == null) {
            return Optional.empty();
        }
        try {
            Judge.Seen seen = check.look(look.grant(), List.of(member));
            Person person = seen.people().get(id);
            return person == null ? Optional.empty() : grantors(person, seen.others());
        } catch (PopulationUnavailable unreliable) {
            return Optional.empty();
        }
    }

    private Optional<List<Grantor>> grantors(Person person, Map<Cpr, Person> others) {
        Entitlement entitlement = new EntitledGrantors(clock.today(), settings.graceAtFifteen()).of(person, others);
        if (!(entitlement instanceof Entitlement.Required required)) {
            return Optional.empty();
        }
        List<Grantor> grantors = new ArrayList<>();
        for (Requirement requirement : required.grantors()) {
            Cpr number = requirement.capacity() == Capacity.SELF
                    ? person.cpr()
                    : requirement.numbers().stream().findFirst().orElse(null);
            if (number == null) {
                return Optional.empty();
            }
            Person known = requirement.capacity() == Capacity.SELF ? person : others.get(number);
            grantors.add(new Grantor(
                    Long.toHexString(vault.indexKey(number.digits())),
                    requirement.capacity(),
                    known == null ? number : known.cpr(),
                    known == null || (known != person && known.protectedAddress()) ? null : known.firstName()));
        }
        return Optional.of(grantors);
    }

    /**
     * Records the new version of what the page was opened on, or throws {@link ChangedMeanwhile}; then what is in force
     * follows, or with the next run where the population register cannot be relied on.
     */
    void renew(DeskLook.Look look, Needed needed, RenewalForm form) {
        HouseholdId household = look.household().id();
        ObjectNode document = document(look, needed, form);
        Member member = consents.member(needed.person().id());
        Map<PersonId, String> required = member == null ? Map.of() : snapshot.of(List.of(member), look.requestId());
        web.doInTransaction(() -> {
            new WithdrawalSql(web, vault, clock).hold(household);
            if (!new ConsentVersions(web).mark(household).equals(form.stand())) {
                throw new ChangedMeanwhile();
            }
            document.put(
                    "recorded_at", clock.now().truncatedTo(ChronoUnit.MICROS).toString());
            ConsentEntry entry = EntryFile.JSON.convertValue(document, ConsentEntry.class);
            consents.insert(List.of(new Consents.New(
                    entry,
                    signatures(needed, entry.validFrom()),
                    vault.sealRecord(
                            Consents.label(entry.consentId(), entry.version()),
                            snapshot.document(
                                    document, required.get(needed.person().id()))))));
            log.record(List.of(line(look.viewer(), look.requestId(), household, entry)));
        });
        try {
            settling.settle(List.of(household), look.requestId(), null);
        } catch (PopulationUnavailable unreliable) {
            LOG.warn("what is in force follows with the next run: population register {}", unreliable.reason());
        }
    }

    private ObjectNode document(DeskLook.Look look, Needed needed, RenewalForm form) {
        Consent consent = needed.consent();
        String given = form.given().orElseThrow().toString();
        ObjectNode document = documents.current(look.grant(), consent);
        document.put("version", versionAfter(consent));
        document.putNull("supersedes");
        document.put("valid_from", given);
        document.put("valid_to", form.end().orElseThrow().toString());
        document.put("information_given_at", given);
        document.put("evidence_id", form.evidence());
        document.put("status", Consent.Status.ACTIVE.name());
        document.put("recorded_by", look.viewer().subject());
        document.remove(List.of("withdrawn_at", "withdrawn_by", "scope", "receipt_issued_at", "receipt_hash"));
        ArrayNode grantors = document.putArray("grantors");
        needed.grantors().forEach(grantor -> {
            ObjectNode one = grantors.addObject();
            one.put("person_cpr", grantor.number().digits());
            one.put("capacity", grantor.capacity().name());
            one.put("given_at", given);
            one.put("method", form.maade());
            one.put("evidence_id", form.evidence());
        });
        return document;
    }

    private int versionAfter(Consent consent) {
        return web.sql()
                .sql("select max(version) + 1 from consent where consent_id = :consent")
                .param("consent", consent.id())
                .query(Integer.class)
                .single();
    }

    private List<Signature> signatures(Needed needed, LocalDate given) {
        return needed.grantors().stream()
                .map(grantor -> new Signature(check.hash(grantor.number()), grantor.capacity(), given))
                .toList();
    }

    private static Access line(Viewer by, String requestId, HouseholdId household, ConsentEntry entry) {
        return new Access(
                Access.Action.CONSENT_RECORDED,
                by,
                "RENEWAL",
                household,
                new PersonId(entry.subjectPersonId()),
                null,
                Set.copyOf(entry.forTheTeam()),
                List.of(entry.consentId() + "/" + entry.version()),
                null,
                entry.standing().name(),
                requestId,
                null);
    }
}
