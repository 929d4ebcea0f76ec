package dk.samblik.team;

import static dk.samblik.household.Department.CHILDREN;
import static dk.samblik.household.Department.EMPLOYMENT;
import static dk.samblik.household.Department.POPULATION;
import static dk.samblik.team.Families.AMINA;
import static dk.samblik.team.Families.LEA;
import static dk.samblik.team.Families.MAPPING;
import static dk.samblik.team.Families.NIGHT;
import static dk.samblik.team.Families.YUSUF;
import static dk.samblik.team.Families.day;
import static dk.samblik.team.Families.member;
import static dk.samblik.team.Families.merge;
import static dk.samblik.team.Families.section;

import dk.samblik.mapping.Fact;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.Standing;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.PersonSections;
import dk.samblik.view.PersonSections.Outcome;
import dk.samblik.view.PersonSections.Section;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Invented households of one or two, each for one thing that a page must say. */
final class MoreFamilies {

    private MoreFamilies() {}

    /** The job centre was asked, did not answer, and never has. */
    static HouseholdView neverAnswered() {
        return adult(new Section(
                "jobcenter", EMPLOYMENT, Outcome.UNAVAILABLE, List.of(), NIGHT, null, null, NIGHT, "TIMEOUT", null, 0));
    }

    /** One row of the job centre could not be read. */
    static HouseholdView quarantined() {
        return adult(new Section(
                "jobcenter",
                EMPLOYMENT,
                Outcome.ANSWERED,
                List.of(new Fact.Benefit(
                        Families.kind("SOCIAL_ASSISTANCE", "Kontanthjælp"), null, day(2024, 2, 1), null)),
                NIGHT,
                NIGHT,
                NIGHT,
                null,
                null,
                MAPPING,
                1));
    }

    /** One of two took back what the job centre may be asked; the other did not. */
    static HouseholdView partlyWithdrawn() {
        Participant amina = new Participant(
                AMINA,
                "ADULT",
                Standing.WITHDRAWN,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                Map.of(),
                Map.of(EMPLOYMENT, Instant.parse("2026-03-04T09:00:00Z")));
        return merge(
                List.of(amina, member(YUSUF, "CHILD", CHILDREN)),
                0,
                List.of(new PersonSections(YUSUF, List.of(identity("Yusuf", day(2011, 4, 2), "751|9|9||")))));
    }

    /** Somebody with a pension, without children, and of no fixed abode. */
    static HouseholdView pensioner() {
        return adult(section(
                "jobcenter",
                EMPLOYMENT,
                new Fact.Benefit(Families.kind("DISABILITY_PENSION", "førtidspension"), null, day(2019, 2, 1), null)));
    }

    private static HouseholdView adult(Section job) {
        return merge(
                List.of(member(AMINA, "ADULT", EMPLOYMENT)),
                0,
                List.of(new PersonSections(AMINA, List.of(identity("Amina", day(1984, 5, 2), null), job))));
    }

    /** A child of two with no place, and one who turns 15 in three weeks. */
    static HouseholdView children() {
        Section nothing = new Section(
                "boern-og-unge", CHILDREN, Outcome.NOTHING, List.of(), NIGHT, NIGHT, NIGHT, null, null, MAPPING, 0);
        return merge(
                List.of(member(LEA, "CHILD", CHILDREN), member(YUSUF, "CHILD", CHILDREN)),
                0,
                List.of(
                        new PersonSections(LEA, List.of(identity("Lea", day(2023, 11, 2), "751|9|9||"), nothing)),
                        new PersonSections(YUSUF, List.of(identity("Yusuf", day(2011, 4, 2), "751|9|9||"), nothing))));
    }

    private static Section identity(String name, LocalDate born, @Nullable String key) {
        return section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(
                        name,
                        "Testesen",
                        born,
                        "01",
                        false,
                        false,
                        key == null ? null : "Prøvevej 9, 8800 Viborg",
                        key,
                        List.of()));
    }
}
