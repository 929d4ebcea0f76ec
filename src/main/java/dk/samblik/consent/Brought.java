package dk.samblik.consent;

import dk.samblik.access.Vault;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.storage.Database;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Whose consent is meant by what a citizen brings: the number of a receipt means everybody on it, the code beside a name on
 * it that person, a CPR number whoever has it. Answers with ids of those who have an active consent today; opens nothing.
 */
@Component
class Brought {

    private static final String ACTIVE = """
            select distinct h.household_id, h.area, c.person_id from household h join consent c using (household_id)
             where c.status = 'ACTIVE' and c.person_id in (
            """;
    private static final String BY_NUMBER = """
            select o.person_id from receipt r join consent o using (consent_id, version)
             where r.receipt_id between cast(:key || '-0000-0000-0000-000000000000' as uuid)
                                    and cast(:key || '-ffff-ffff-ffff-ffffffffffff' as uuid)
            """;
    private static final String BY_CODE = """
            select o.person_id from receipt r join consent o using (consent_id, version)
             where encode(substring(r.receipt_hash from 1 for 8), 'hex') = :key
            """;
    private static final String BY_CPR = "select person_id from member where cpr_hash = decode(:key, 'hex')";

    private final Database web;
    private final Vault vault;

    Brought(@Qualifier("webDatabase") Database web, Vault vault) {
        this.web = web;
        this.vault = vault;
    }

    /** Those meant in one household, and the area that follows it. */
    record Meant(HouseholdId household, String area, List<PersonId> persons) {

        Meant {
            persons = List.copyOf(persons);
        }
    }

    /** What was written, with its blanks and hyphens; empty where it is none of the three. */
    Optional<List<Meant>> find(String written) {
        String key = written.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
        if (key.matches("[0-9a-f]{8}")) {
            return Optional.of(meant(BY_NUMBER, key));
        }
        if (key.matches("[0-9a-f]{16}")) {
            return Optional.of(meant(BY_CODE, key));
        }
        return Cpr.read(written)
                .map(number -> meant(BY_CPR, CprHash.of(vault.hash(number)).hex()));
    }

    private List<Meant> meant(String persons, String key) {
        List<Active> rows = web.sql()
                .sql(ACTIVE + persons + ")")
                .param("key", key)
                .query((row, number) -> new Active(
                        new HouseholdId(Rows.id(row, "household_id")),
                        row.getString("area"),
                        new PersonId(Rows.id(row, "person_id"))))
                .list();
        return rows.stream().collect(Collectors.groupingBy(Active::household)).values().stream()
                .map(together -> new Meant(
                        together.get(0).household(),
                        together.get(0).area(),
                        together.stream().map(Active::person).toList()))
                .toList();
    }

    private record Active(HouseholdId household, String area, PersonId person) {}
}
