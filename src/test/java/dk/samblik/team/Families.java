package dk.samblik.team;

import static dk.samblik.household.Department.CHILDREN;
import static dk.samblik.household.Department.EMPLOYMENT;
import static dk.samblik.household.Department.HOUSING;
import static dk.samblik.household.Department.POPULATION;
import static dk.samblik.household.Department.SOCIAL;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.mapping.FieldName;
import dk.samblik.view.Frame;
import dk.samblik.view.Frame.Participant;
import dk.samblik.view.Frame.RegisterShown;
import dk.samblik.view.Frame.Scope;
import dk.samblik.view.Frame.Standing;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Merge;
import dk.samblik.view.PersonSections;
import dk.samblik.view.PersonSections.Outcome;
import dk.samblik.view.PersonSections.Section;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Invented households for the pages: each shows states that a team will meet. */
final class Families {

    static final Instant NOW = Instant.parse("2026-03-12T07:30:00Z");
    static final LocalDate TODAY = LocalDate.of(2026, 3, 12);

    static final Instant NIGHT = Instant.parse("2026-03-12T04:04:00Z");
    static final String MAPPING = "jobcenter@3f2a91c47be0";
    static final PersonId AMINA = person(1);
    private static final PersonId KARIM = person(2);
    static final PersonId YUSUF = person(3);
    static final PersonId LEA = person(4);
    private static final List<RegisterShown> REGISTERS = List.of(
            new RegisterShown("jobcenter", "Jobcenter", EMPLOYMENT, Duration.ofHours(26)),
            new RegisterShown(
                    "boern-og-unge",
                    "Børn og Unge",
                    CHILDREN,
                    Duration.ofHours(26),
                    MAPPING,
                    List.of(
                            new FieldName("measure", "kind", "indsats", List.of("type_kode")),
                            new FieldName("measure", "law", "indsats", List.of("paragraf", "lov")),
                            new FieldName("measure", "lawKnown", "indsats", List.of("paragraf", "lov")),
                            new FieldName("measure", "from", "indsats", List.of("start")))),
            new RegisterShown("social", "Social, sundhed og omsorg", SOCIAL, Duration.ofHours(26)),
            new RegisterShown("bolig", "Boligforeningen", HOUSING, Duration.ofDays(9)));

    private Families() {}

    /** Everything there can be, with two registers out of step and one silent. */
    static HouseholdView whole() {
        List<Participant> members = List.of(
                member(AMINA, "ADULT", EMPLOYMENT, CHILDREN, SOCIAL, HOUSING),
                member(KARIM, "SPOUSE", EMPLOYMENT, CHILDREN, HOUSING),
                member(YUSUF, "CHILD", CHILDREN, SOCIAL),
                member(LEA, "CHILD", CHILDREN));
        return merge(
                members,
                1,
                List.of(
                        new PersonSections(
                                AMINA, List.of(identity("Amina", 1984), aminaJob(), aminaSocial(), tenancy())),
                        new PersonSections(KARIM, List.of(identity("Karim", 1981), karimJob(), tenancy())),
                        new PersonSections(YUSUF, List.of(identity("Yusuf", 2011), yusufSchool(), silent())),
                        new PersonSections(LEA, List.of(identity("Lea", 2019), leaDayCare()))));
    }

    /** The first as it was in an earlier version, before Yusuf's measures, and before a consent was narrowed. */
    static HouseholdView earlier() {
        return merge(
                List.of(
                        member(AMINA, "ADULT", EMPLOYMENT, CHILDREN, SOCIAL, HOUSING),
                        member(KARIM, "SPOUSE", EMPLOYMENT, CHILDREN, SOCIAL, HOUSING),
                        member(YUSUF, "CHILD", CHILDREN, SOCIAL),
                        member(LEA, "CHILD", CHILDREN)),
                1,
                List.of(
                        new PersonSections(AMINA, List.of(identity("Amina", 1984), aminaJob())),
                        new PersonSections(KARIM, List.of(identity("Karim", 1981), tenancy())),
                        new PersonSections(YUSUF, List.of(identity("Yusuf", 2011))),
                        new PersonSections(LEA, List.of(identity("Lea", 2019), leaDayCare()))),
                35,
                Instant.parse("2026-03-09T04:12:00Z"));
    }

    /** A mother, her child, and a man who has no custody of it. */
    static HouseholdView patchwork() {
        Section lea = section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(
                        "Lea", "Testesen", day(2019, 5, 2), "01", false, false, null, null, List.of(AMINA.toString())));
        return merge(
                List.of(
                        member(AMINA, "ADULT", EMPLOYMENT),
                        member(KARIM, "SPOUSE", EMPLOYMENT),
                        member(LEA, "CHILD", CHILDREN)),
                0,
                List.of(
                        new PersonSections(AMINA, List.of(identity("Amina", 1984))),
                        new PersonSections(KARIM, List.of(identity("Karim", 1981))),
                        new PersonSections(LEA, List.of(lea, leaDayCare()))));
    }

    /** Two adults and six children, with more cases, dates and events than there is room for on paper. */
    static HouseholdView large() {
        return large("Støttende indsats til barn og familie");
    }

    /** The same, where what the cases are called is long. */
    static HouseholdView wordy(int times) {
        return large("Støttende indsats til barn og familie efter undersøgelse. ".repeat(times));
    }

    private static HouseholdView large(String called) {
        List<Participant> members = new ArrayList<>(List.of(
                member(AMINA, "ADULT", EMPLOYMENT, CHILDREN, SOCIAL, HOUSING),
                member(KARIM, "SPOUSE", EMPLOYMENT, CHILDREN, HOUSING)));
        List<PersonSections> sections = new ArrayList<>(List.of(
                new PersonSections(AMINA, List.of(identity("Amina", 1984), aminaJob(), aminaSocial(), tenancy())),
                new PersonSections(KARIM, List.of(identity("Karim", 1981), karimJob(), tenancy()))));
        List<String> names = List.of("Lea", "Omar", "Nour", "Sami", "Dina", "Ali");
        for (int at = 0; at < names.size(); at++) {
            PersonId child = person(4 + at);
            members.add(member(child, "CHILD", CHILDREN, SOCIAL));
            sections.add(new PersonSections(
                    child,
                    List.of(
                            identity(names.get(at), 2012 + at),
                            manyOf("boern-og-unge", CHILDREN, at, called),
                            manyOf("social", SOCIAL, at, called))));
        }
        return merge(members, 0, sections);
    }

    /** A case, a measure, two dates to come and two that were, of one child in one register. */
    private static Section manyOf(String register, Department source, int child, String called) {
        String key = register + child;
        return section(
                register,
                source,
                new Fact.Case(
                        key,
                        key,
                        code("27.24.0" + child, called),
                        null,
                        status("DECIDED"),
                        true,
                        day(2025, 3 + child, 12),
                        null,
                        "Familierådgivningen",
                        "Rådgiver " + (child + 1) + " Test",
                        "Familierådgiver",
                        "12 34 57 0" + child,
                        "raadgiver" + child + "@fjordsted.example"),
                new Fact.Worker(
                        "w" + key,
                        "Rådgiver " + (child + 1) + " Test",
                        code("01", "Ansvarlig"),
                        true,
                        "Familierådgiver",
                        "12 34 57 0" + child,
                        "raadgiver" + child + "@fjordsted.example",
                        "Familierådgivningen",
                        day(2025, 3, 1),
                        null),
                new Fact.Measure(
                        "m" + key,
                        code("FB", "Familiebehandling"),
                        "BL § 32, stk. 1, nr. 3",
                        true,
                        "Familiehuset ved Lærkevænget",
                        day(2025, 4 + child, 12),
                        null,
                        new BigDecimal("4"),
                        status("ACTIVE"),
                        day(2026, 4, 12),
                        key),
                appointment(
                        "1" + key,
                        "Netværksmøde med skole og hjem",
                        day(2026, 3, 13 + child),
                        "10:30",
                        "11:30",
                        "PLANNED"),
                appointment("2" + key, "Samtale", day(2026, 3, 20 + child), "09:00", "10:00", "PLANNED"),
                appointment("3" + key, "Samtale", day(2026, 2, 12 + child), "09:00", "10:00", "HELD"),
                appointment("4" + key, "Samtale", day(2026, 1, 12 + child), "09:00", "10:00", "MISSED"));
    }

    /** Somebody whose address is the one of the tenancy. */
    static HouseholdView atHome() {
        return atHome(38);
    }

    /** The same three days ago. */
    static HouseholdView earlierAtHome() {
        return atHome(35);
    }

    private static HouseholdView atHome(int version) {
        Section identity = section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(
                        "Amina",
                        "Testesen",
                        day(1984, 5, 2),
                        "01",
                        false,
                        false,
                        "Eksempelvej 1, 1. tv.",
                        "751|1|1|1|tv",
                        List.of()));
        return merge(
                List.of(member(AMINA, "ADULT", HOUSING)),
                0,
                List.of(new PersonSections(AMINA, List.of(identity, tenancy()))),
                version,
                Instant.parse(version == 38 ? "2026-03-12T04:12:00Z" : "2026-03-09T04:12:00Z"));
    }

    /** A mother and her children of 6 and 15. */
    static HouseholdView withYouth() {
        return merge(
                List.of(
                        member(AMINA, "ADULT", EMPLOYMENT),
                        member(YUSUF, "CHILD", CHILDREN),
                        member(LEA, "CHILD", CHILDREN)),
                0,
                List.of(
                        new PersonSections(AMINA, List.of(identity("Amina", 1984), aminaJob())),
                        new PersonSections(YUSUF, List.of(identity("Yusuf", 2010), yusufSchool())),
                        new PersonSections(LEA, List.of(identity("Lea", 2019), leaDayCare()))));
    }

    /** One adult of whom nothing is to be seen but that a register was asked, refused, failed or never asked. */
    static HouseholdView sparse() {
        Participant amina = new Participant(
                AMINA,
                "ADULT",
                Standing.IN_FORCE,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2026, 4, 1),
                Map.of(EMPLOYMENT, scope(), CHILDREN, scope()),
                Map.of(HOUSING, Instant.parse("2026-03-04T09:00:00Z")));
        Section nothing = new Section(
                "jobcenter", EMPLOYMENT, Outcome.NOTHING, List.of(), NIGHT, NIGHT, NIGHT, null, null, MAPPING, 0);
        return merge(List.of(amina), 0, List.of(new PersonSections(AMINA, List.of(identity("Amina", 1984), nothing))));
    }

    /** One adult of this name. */
    static HouseholdView called(String firstName, String surname) {
        Section identity = section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(firstName, surname, day(1984, 5, 2), "01", false, false, null, null, List.of()));
        return merge(
                List.of(member(AMINA, "ADULT", EMPLOYMENT)), 0, List.of(new PersonSections(AMINA, List.of(identity))));
    }

    /** A household where one is protected: no place is shown for anybody. */
    static HouseholdView hidden() {
        return hidden(member(AMINA, "ADULT", EMPLOYMENT, HOUSING), member(LEA, "CHILD", CHILDREN));
    }

    /** The same, where the consents cover the population register. */
    static HouseholdView hiddenAndRegistered() {
        return hidden(
                member(AMINA, "ADULT", EMPLOYMENT, HOUSING, POPULATION), member(LEA, "CHILD", CHILDREN, POPULATION));
    }

    private static HouseholdView hidden(Participant amina, Participant lea) {
        Section identity = section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(
                        "Lea", "Testesen", LocalDate.of(2019, 5, 2), "01", true, true, null, null, List.of()));
        return merge(
                List.of(amina, lea),
                0,
                List.of(
                        new PersonSections(AMINA, List.of(identity("Amina", 1984), aminaJob(), tenancy())),
                        new PersonSections(LEA, List.of(identity, leaDayCare()))));
    }

    /** Nothing is in force any more. */
    static HouseholdView withdrawn() {
        Participant amina = new Participant(
                AMINA,
                "ADULT",
                Standing.WITHDRAWN,
                LocalDate.of(2026, 1, 1),
                LocalDate.of(2027, 1, 1),
                Map.of(),
                Map.of(EMPLOYMENT, Instant.parse("2026-03-04T09:00:00Z")));
        return merge(List.of(amina), 0, List.of());
    }

    /** One adult whose last day was two days ago, with a register that had stopped answering before. */
    static HouseholdView left() {
        return merge(
                List.of(member(AMINA, "ADULT", EMPLOYMENT, SOCIAL, HOUSING)),
                0,
                List.of(new PersonSections(
                        AMINA, List.of(identity("Amina", 1984), aminaJob(), aminaSocial(), silent(), tenancy()))),
                38,
                Instant.parse("2026-03-10T04:12:00Z"),
                LocalDate.of(2026, 3, 10));
    }

    static HouseholdView merge(List<Participant> members, int notTakingPart, List<PersonSections> sections) {
        return merge(members, notTakingPart, sections, 38, Instant.parse("2026-03-12T04:12:00Z"));
    }

    private static HouseholdView merge(
            List<Participant> members,
            int notTakingPart,
            List<PersonSections> sections,
            int version,
            Instant published) {
        return merge(members, notTakingPart, sections, version, published, null);
    }

    private static HouseholdView merge(
            List<Participant> members,
            int notTakingPart,
            List<PersonSections> sections,
            int version,
            Instant published,
            @Nullable LocalDate exit) {
        Frame frame = new Frame(
                new HouseholdId(new UUID(0, 417)),
                "H-0417",
                "Lærkevænget",
                "maja",
                "Maja Test",
                LocalDate.of(2026, 3, 16),
                null,
                LocalDate.of(2026, 1, 1),
                exit,
                version,
                published,
                members,
                notTakingPart,
                REGISTERS);
        return Merge.merge(frame, sections, TODAY, NOW);
    }

    private static Section aminaJob() {
        return section(
                "jobcenter",
                EMPLOYMENT,
                new Fact.Case(
                        "1",
                        "2024-118",
                        code("15.20.00", "Kontanthjælp"),
                        null,
                        status("DECIDED"),
                        true,
                        day(2024, 2, 1),
                        null,
                        "Jobcenter Syd",
                        "Mia Test",
                        "Jobkonsulent",
                        "12 34 56 78",
                        "mia@fjordsted.example"),
                new Fact.Case(
                        "2",
                        "2025-007",
                        code("15.25.10", "Virksomhedspraktik"),
                        null,
                        status("CLOSED"),
                        false,
                        day(2025, 3, 1),
                        day(2025, 9, 1),
                        "Jobcenter Syd",
                        null,
                        null,
                        null,
                        null),
                new Fact.Worker(
                        "w1",
                        "Mia Test",
                        code("01", "Ansvarlig"),
                        true,
                        "Jobkonsulent",
                        "12 34 56 78",
                        "mia@fjordsted.example",
                        "Jobcenter Syd",
                        day(2024, 2, 1),
                        null),
                new Fact.Benefit(code("K1", "Kontanthjælp"), "forhøjet sats", day(2024, 2, 1), day(2026, 3, 31)),
                new Fact.Classification(code("6.2", "Jobparat"), "Match 2", "Team 4", day(2024, 2, 1), null),
                new Fact.PaidHours(YearMonth.of(2026, 2), new BigDecimal("37.00"), code("J", "ordinær løn")),
                new Fact.PaidHours(YearMonth.of(2026, 1), new BigDecimal("12.50"), code("J", "ordinær løn")),
                new Fact.Education(
                        "Social- og sundhedshjælper",
                        new Coded("Igang", "i gang", "ACTIVE", true),
                        day(2025, 8, 11),
                        null),
                new Fact.Measure(
                        "m1",
                        code("VP", "Virksomhedspraktik"),
                        "LAB § 57",
                        true,
                        "Prøvens Bageri",
                        day(2026, 2, 1),
                        day(2026, 4, 30),
                        new BigDecimal("20.5"),
                        status("ACTIVE"),
                        day(2026, 4, 1),
                        null),
                appointment("a1", "Jobsamtale", day(2026, 3, 16), "10:00", "10:45", "PLANNED"),
                appointment("a2", "Opfølgning", day(2026, 3, 2), "09:00", "09:30", "MISSED"),
                appointment("a3", "Jobsamtale", day(2026, 2, 20), "09:00", "09:30", "HELD"));
    }

    private static Section karimJob() {
        return new Section(
                "jobcenter",
                EMPLOYMENT,
                Outcome.ANSWERED,
                List.of(
                        new Fact.Case(
                                "3",
                                "2025-220",
                                new Coded("99.99", "99.99", null, false),
                                null,
                                status("DECIDED"),
                                true,
                                day(2025, 6, 1),
                                null,
                                "Jobcenter Syd",
                                "Mia Test",
                                "Jobkonsulent",
                                "12 34 56 78",
                                null),
                        new Fact.Classification(null, null, null, null, null)),
                NIGHT,
                NIGHT,
                Instant.parse("2026-03-11T02:00:00Z"),
                null,
                null,
                MAPPING,
                2);
    }

    private static Section aminaSocial() {
        return new Section(
                "social",
                SOCIAL,
                Outcome.UNAVAILABLE,
                List.of(
                        new Fact.Case(
                                "s1",
                                "S-1",
                                code("27.69.20", "Støtte i hjemmet"),
                                null,
                                status("DECIDED"),
                                true,
                                day(2025, 11, 1),
                                null,
                                "Myndighed Voksen",
                                "Eva Test",
                                "Rådgiver",
                                "12 34 56 70",
                                null),
                        new Fact.Anonymous("x"),
                        new Fact.Measure(
                                "m2",
                                code("27.69.20", "Støtte i hjemmet"),
                                "SEL § 85",
                                true,
                                null,
                                day(2025, 11, 1),
                                null,
                                new BigDecimal("3"),
                                status("ACTIVE"),
                                null,
                                null),
                        new Fact.Measure(
                                "m3",
                                null,
                                "§ vist nok 52",
                                false,
                                "Familiehuset",
                                day(2026, 4, 1),
                                null,
                                null,
                                status("GRANTED"),
                                null,
                                null)),
                NIGHT,
                Instant.parse("2026-03-10T04:05:00Z"),
                Instant.parse("2026-03-10T04:05:00Z"),
                NIGHT.minus(Duration.ofHours(24)),
                "TIMEOUT",
                MAPPING,
                0);
    }

    private static Section silent() {
        return new Section(
                "social", SOCIAL, Outcome.NOT_ACCESSIBLE, List.of(), NIGHT, NIGHT, null, null, null, null, 0);
    }

    private static Section yusufSchool() {
        return section(
                "boern-og-unge",
                CHILDREN,
                new Fact.Case(
                        "b1",
                        "BU-77",
                        code("27.24.00", "Støttende indsats til barn og familie"),
                        null,
                        status("DECIDED"),
                        true,
                        day(2026, 1, 12),
                        null,
                        "Familierådgivningen",
                        "Ole Test",
                        "Familierådgiver",
                        "12 34 56 79",
                        "ole@fjordsted.example"),
                new Fact.Enrolment(
                        "e1", kind("SCHOOL", "Folkeskole"), "Lærkevangskolen", "8.B", day(2018, 8, 1), null, true),
                new Fact.Absence("Lærkevangskolen", YearMonth.of(2026, 3), TODAY, 48, 4, 1, 7, 2),
                new Fact.Absence("Lærkevangskolen", YearMonth.of(2025, 12), day(2025, 12, 31), 60, 3, 0, 2, 0),
                new Fact.Deadline("d1", code("BFU", "Børnefaglig undersøgelse"), day(2026, 3, 5), null, "b1"),
                new Fact.Deadline("d2", code("OPF", "Opfølgning på indsats"), day(2026, 4, 2), null, "b1"),
                new Fact.Measure(
                        "m4",
                        code("FB", "Familiebehandling"),
                        "BL § 32, stk. 1, nr. 3",
                        true,
                        "Familiehuset",
                        day(2026, 1, 12),
                        null,
                        new BigDecimal("4"),
                        status("ACTIVE"),
                        day(2026, 4, 12),
                        "b1"),
                appointment("a4", "Netværksmøde", day(2026, 3, 16), "10:30", "11:30", "PLANNED"));
    }

    private static Section leaDayCare() {
        return section(
                "boern-og-unge",
                CHILDREN,
                new Fact.Enrolment(
                        "e2", kind("BOERNEHAVE", "Børnehave"), "Mariehønen", null, day(2022, 6, 1), null, false),
                new Fact.Attendance("Mariehønen", day(2026, 2, 11), TODAY, 21, 17, 2, 1, 0, 1));
    }

    private static Section tenancy() {
        return section(
                "bolig",
                HOUSING,
                new Fact.Tenancy(
                        "07-3-12",
                        day(2019, 5, 1),
                        null,
                        true,
                        day(2026, 2, 1),
                        2,
                        day(2026, 5, 1),
                        day(2026, 5, 12),
                        "Karen Test, 12 34 56 71",
                        "Eksempelvej 1, 1. tv.",
                        "751|1|1|1|tv"));
    }

    private static Section identity(String name, int born) {
        return section(
                "folkeregister",
                POPULATION,
                new Fact.Identity(
                        name,
                        "Testesen",
                        day(born, 5, 2),
                        "01",
                        false,
                        false,
                        "Prøvevej 9, 8800 Viborg",
                        "751|9|9||",
                        born < 2008 ? List.of() : List.of(AMINA.toString(), KARIM.toString())));
    }

    static Section section(String register, Department source, Fact... facts) {
        return new Section(
                register, source, Outcome.ANSWERED, List.of(facts), NIGHT, NIGHT, NIGHT, null, null, MAPPING, 0);
    }

    private static Fact.Appointment appointment(
            String key, String kind, LocalDate date, String start, String end, String status) {
        return new Fact.Appointment(
                key,
                code(kind, kind),
                date,
                LocalTime.parse(start),
                LocalTime.parse(end),
                "Fremmøde",
                "Mødelokale 2",
                status(status),
                "Mia Test");
    }

    static Participant member(PersonId id, String relation, Department... departments) {
        Map<Department, Scope> scopes = new EnumMap<>(Department.class);
        for (Department department : departments) {
            scopes.put(department, scope());
        }
        return new Participant(id, relation, Standing.IN_FORCE, day(2026, 1, 1), day(2027, 1, 1), scopes, Map.of());
    }

    private static Scope scope() {
        return new Scope(Set.of(Category.values()), Period.ofMonths(12), day(2027, 1, 1));
    }

    private static Coded code(String code, String text) {
        return new Coded(code, text, null, true);
    }

    static Coded kind(String canonical, String text) {
        return new Coded(canonical, text, canonical, true);
    }

    private static Coded status(String canonical) {
        return new Coded(canonical, canonical, canonical, true);
    }

    static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }
}
