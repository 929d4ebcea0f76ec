package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The consents as recorded, version by version. A version is never changed but for its status. */
@Component
class Consents {

    private final Database web;

    Consents(@Qualifier("webDatabase") Database web) {
        this.web = web;
    }

    /** What names a version. */
    record Version(UUID consent, int version) {
        static Version of(ConsentEntry entry) {
            return new Version(entry.consentId(), entry.version());
        }
    }

    /** What is recorded of a version, to be compared with what is sent again. */
    record Recorded(
            UUID person,
            UUID household,
            Set<Department> sources,
            Set<Category> categories,
            String back,
            LocalDate from,
            LocalDate to) {

        boolean says(ConsentEntry entry) {
            return equals(new Recorded(
                    entry.subjectPersonId(),
                    entry.householdId(),
                    entry.sources(),
                    entry.forTheTeam(),
                    entry.periodBack().toString(),
                    entry.validFrom(),
                    entry.validTo()));
        }
    }

    /** A version to be recorded. */
    record New(ConsentEntry entry, List<Signature> signatures, byte[] sealed) {}

    /** The label a consent's document is sealed under. */
    static String label(UUID consent, int version) {
        return "consent|" + consent + "|" + version;
    }

    /** The members these entries name, as subjects or as grantors. */
    Map<PersonId, Member> members(List<ConsentEntry> entries) {
        Set<UUID> ids = new HashSet<>();
        for (ConsentEntry entry : entries) {
            ids.add(entry.subjectPersonId());
            entry.grantors().forEach(grantor -> {
                UUID person = grantor.personId();
                if (person != null) {
                    ids.add(person);
                }
            });
        }
        return web
                .sql()
                .sql("select * from member where person_id = any(:ids::uuid[])")
                .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Dossiers::member)
                .list()
                .stream()
                .collect(Collectors.toMap(Member::id, member -> member));
    }

    /** Those of these versions that are recorded already. */
    Map<Version, Recorded> recorded(List<ConsentEntry> entries) {
        Map<Version, Recorded> recorded = new HashMap<>();
        web.sql()
                .sql("select * from consent where consent_id = any(:ids::uuid[])")
                .param(
                        "ids",
                        entries.stream()
                                .map(entry -> entry.consentId().toString())
                                .toArray(String[]::new))
                .query(row -> {
                    recorded.put(
                            new Version(Rows.id(row, "consent_id"), row.getInt("version")),
                            new Recorded(
                                    Rows.id(row, "person_id"),
                                    Rows.id(row, "household_id"),
                                    Rows.words(row, "sources", Department::valueOf),
                                    Rows.words(row, "categories", Category::valueOf),
                                    row.getString("period_back"),
                                    Rows.date(row, "valid_from"),
                                    Rows.date(row, "valid_to")));
                });
        return recorded;
    }

    /** Records new versions, in their order; one that is no draft takes the place of what it follows. */
    void insert(List<New> versions) {
        List<Object[]> consents = new ArrayList<>();
        List<Object[]> grantors = new ArrayList<>();
        List<Object[]> recipients = new ArrayList<>();
        List<Object[]> superseding = new ArrayList<>();
        for (New each : versions) {
            consents.add(ConsentSql.values(each));
            each.signatures().forEach(signature -> grantors.add(ConsentSql.values(each.entry(), signature)));
            each.entry()
                    .byRecipient()
                    .forEach((recipient, seen) -> recipients.add(ConsentSql.values(each.entry(), recipient, seen)));
            if (Set.of(Consent.Status.ACTIVE, Consent.Status.WITHDRAWN, Consent.Status.INVALIDATED)
                    .contains(each.entry().standing())) {
                superseding.add(ConsentSql.superseding(each.entry()));
            }
        }
        web.batch().batchUpdate(ConsentSql.INSERT, consents);
        web.batch().batchUpdate(ConsentSql.GRANTOR, grantors);
        web.batch().batchUpdate(ConsentSql.RECIPIENT, recipients);
        web.batch().batchUpdate(ConsentSql.SUPERSEDE, superseding);
    }

    /** The households among these that have any consent at all. */
    List<HouseholdId> withConsents(List<HouseholdId> households) {
        return web
                .sql()
                .sql("select distinct household_id from consent where household_id = any(:ids::uuid[])")
                .param("ids", Rows.ids(households))
                .query(UUID.class)
                .list()
                .stream()
                .map(HouseholdId::new)
                .toList();
    }
}
