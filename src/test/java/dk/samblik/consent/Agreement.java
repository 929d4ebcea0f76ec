package dk.samblik.consent;

import dk.samblik.household.Category;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.population.Human;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A consent as a test writes it for the desk: about one person, to everything, for a year, unless said otherwise. */
final class Agreement {

    private final Map<String, Object> json = new LinkedHashMap<>();
    private final List<Map<String, Object>> grantors = new ArrayList<>();
    private final LocalDate given;
    private boolean recorded;

    private Agreement(Household household, Human subject, LocalDate given) {
        this.given = given;
        List<String> all = names(Category.values());
        put("consent_id", UUID.randomUUID().toString());
        put("version", 1);
        put("subject_person_id", Household.id(subject).toString());
        put("household_id", household.id().toString());
        put("project_code", "FREMSKUDT");
        put("grantors", grantors);
        put("purpose_code", "HELHEDSINDSATS");
        put("purpose_text_version", "2026-01");
        put("sources", names(Department.values()));
        put("categories", all);
        put("recipients", List.of(Map.of("recipient", "MUNICIPAL_TEAM", "categories", all)));
        put("controller", "Fjordsted Kommune");
        put("dpo_contact", "dpo@fjordsted.example");
        put("national_basis", "RSL11A");
        put("gdpr_basis", "6.1.e");
        put("period_back", "P12M");
        put("valid_from", given.toString());
        put("valid_to", given.plusYears(1).minusDays(1).toString());
        put("retention", "P5Y");
        put("information_given_at", given.toString());
        put("language", "da");
        put("evidence_id", "E-1");
        put("withdrawal_method", "mundtligt");
        put("status", "ACTIVE");
        put("recorded_by", "maja");
        put("recorded_at", given + "T10:00:00+01:00");
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }

    /** About somebody, given by nobody yet. */
    static Agreement about(Household household, Human subject) {
        return new Agreement(household, subject, household.enrolled());
    }

    /** An adult's own. */
    static Agreement own(Household household, Human subject) {
        return about(household, subject).by(subject.cpr(), "SELF");
    }

    Agreement by(Cpr number, String capacity) {
        return by(number, capacity, given);
    }

    Agreement by(Cpr number, String capacity, LocalDate day) {
        Map<String, Object> grantor = new LinkedHashMap<>();
        grantor.put("person_cpr", number.digits());
        grantor.put("capacity", capacity);
        grantor.put("given_at", day.toString());
        grantor.put("method", "WRITTEN");
        grantors.add(grantor);
        return this;
    }

    Agreement custody(Human... holders) {
        for (Human holder : holders) {
            by(holder.cpr(), "CUSTODY_HOLDER");
        }
        return this;
    }

    Agreement sources(Department... sources) {
        return put("sources", names(sources));
    }

    Agreement put(String field, Object value) {
        json.put(field, value);
        return this;
    }

    /** The next version of the same consent, recorded a day later. */
    Agreement next() {
        put("version", version() + 1);
        return put("recorded_at", given.plusDays(version()) + "T10:00:00+01:00");
    }

    /** The next version, recorded now, with nobody's signature yet. */
    Agreement renewed(java.time.Instant now) {
        grantors.clear();
        put("version", recorded ? version() + 1 : 1);
        recorded = true;
        return put("recorded_at", now.toString());
    }

    /** The newest version of it the hub has. */
    void version(int newest) {
        put("version", newest);
    }

    UUID id() {
        return UUID.fromString((String) json.get("consent_id"));
    }

    int version() {
        return (int) json.get("version");
    }

    Map<String, Object> json() {
        return json;
    }
}
