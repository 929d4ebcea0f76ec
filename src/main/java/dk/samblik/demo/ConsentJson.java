package dk.samblik.demo;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.enrolment.Grantor;
import dk.samblik.demo.enrolment.Member;
import dk.samblik.demo.enrolment.PlannedConsent;
import dk.samblik.demo.enrolment.Vocabulary;
import dk.samblik.demo.people.Person;
import dk.samblik.demo.people.Town;
import dk.samblik.programme.Programmes;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Consents in the fields of the domain reference, 7.1. */
final class ConsentJson {

    private static final ZoneId COPENHAGEN = ZoneId.of("Europe/Copenhagen");

    private final Town town;
    private final Programmes programmes;

    ConsentJson(Town town, Programmes programmes) {
        this.town = town;
        this.programmes = programmes;
    }

    List<Map<String, @Nullable Object>> of(EnrolledHousehold household) {
        return household.consents().stream()
                .map(consent -> consent(household, consent))
                .toList();
    }

    private Map<String, @Nullable Object> consent(EnrolledHousehold household, PlannedConsent consent) {
        Person subject = town.person(consent.subject());
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("consent_id", consent.id().toString());
        map.put("version", 1);
        map.put("supersedes", null);
        map.put("subject_person_id", subject.uuid().toString());
        map.put("household_id", household.id().toString());
        map.put(
                "project_code",
                programmes.ofArea(household.area().name()).orElseThrow().code());
        map.put(
                "grantors",
                consent.grantors().stream()
                        .map(grantor -> grantor(household, consent, grantor))
                        .toList());
        scope(map, consent);
        basis(map, consent);
        circumstances(map, consent, subject);
        state(map, household, consent);
        return map;
    }

    private Map<String, @Nullable Object> grantor(
            EnrolledHousehold household, PlannedConsent consent, Grantor grantor) {
        Person person = town.person(grantor.person());
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put(
                "person_cpr",
                household.members().stream()
                        .filter(member -> member.person() == person.id())
                        .findFirst()
                        .map(Member::cpr)
                        .orElse(person.cpr()));
        if (grantor.place() == Grantor.Place.EXTERNAL) {
            map.put("name", person.shownName());
        }
        map.put("capacity", grantor.capacity().name());
        map.put("given_at", consent.validFrom().toString());
        map.put("method", grantor.place() == Grantor.Place.EXTERNAL ? "DIGITAL" : "WRITTEN");
        map.put("evidence_id", consent.evidence());
        map.put("identity_checked_by", grantor.place() == Grantor.Place.EXTERNAL ? "MitID" : "legitimation");
        return map;
    }

    private static void scope(Map<String, @Nullable Object> map, PlannedConsent consent) {
        map.put("purpose_code", "HELHEDSINDSATS");
        map.put("purpose_text_version", "2026-01");
        map.put("sources", consent.sources());
        map.put("categories", Vocabulary.CATEGORIES);
        map.put(
                "recipients",
                consent.recipients().stream()
                        .map(recipient -> Map.of("recipient", recipient.name(), "categories", recipient.categories()))
                        .toList());
    }

    private static void basis(Map<String, @Nullable Object> map, PlannedConsent consent) {
        map.put("controller", "Fjordsted Kommune");
        map.put("dpo_contact", "dpo@fjordsted.example");
        map.put("national_basis", "RSL11A");
        map.put("gdpr_basis", "6.1.e");
        map.put("gdpr9_basis", "9.2.f");
        map.put("period_back", consent.back().toString());
        map.put("valid_from", consent.validFrom().toString());
        map.put("valid_to", consent.validTo().toString());
        map.put("retention", "P5Y");
    }

    private void circumstances(Map<String, @Nullable Object> map, PlannedConsent consent, Person subject) {
        LocalDate given = consent.validFrom();
        boolean child = !subject.adultOn(town.night());
        String heard = subject.ageOn(town.night()) < 6 ? "NO_TOO_YOUNG" : "YES";
        map.put("information_given_at", given.toString());
        map.put("language", "da");
        map.put("interpreter", false);
        map.put("easy_read", false);
        map.put("child_heard", child ? heard : null);
        map.put("child_view_noted_at", child && heard.equals("YES") ? given.toString() : null);
        map.put("evidence_id", consent.evidence());
        map.put("withdrawal_method", "Mundtligt, skriftligt eller på borger.fjordsted.example");
    }

    private static void state(Map<String, @Nullable Object> map, EnrolledHousehold household, PlannedConsent consent) {
        boolean withdrawn = consent.status().equals("WITHDRAWN");
        LocalDate recorded = consent.validFrom();
        map.put("status", consent.status());
        map.put("withdrawn_at", withdrawn ? at(recorded.plusDays(10)) : null);
        map.put("withdrawn_by", withdrawn ? "SUBJECT" : null);
        map.put("scope", withdrawn ? "ALL" : null);
        map.put("receipt_issued_at", null);
        map.put("receipt_hash", null);
        map.put("recorded_by", TeamsJson.coordinatorOf(household.area().name()));
        map.put("recorded_at", at(recorded));
    }

    private static String at(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atTime(LocalTime.of(10, 0)).atZone(COPENHAGEN));
    }
}
