package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine;
import dk.samblik.team.Sheets.Kind;
import dk.samblik.team.Sheets.Sheet;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Lane;
import dk.samblik.view.LaneState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What goes on paper, and to whom (domain reference, 8.1 and acceptance case 28). */
class SheetsTest {

    private static final Set<Category> ALL = Set.of(Category.values());
    private static final PersonId AMINA = person(1);
    private static final PersonId KARIM = person(2);
    private static final PersonId YUSUF = person(3);

    private static PersonId person(int number) {
        return new PersonId(new UUID(1, number));
    }

    private static Sheets sheets(Map<PersonId, Set<Category>> toAdults) {
        return new Sheets(Families.whole(), Seeing.ALL, toAdults, List.of());
    }

    private static HouseholdView view(Sheets sheets, String name) {
        return sheets.view(sheets.named(name).orElseThrow());
    }

    @Test
    void spousesWhoConsentToTheTeamOnlyShareDatesWithoutWhoseTheyAre() {
        Sheets sheets = sheets(Map.of(AMINA, ALL));
        Sheet joint = sheets.named(Sheets.JOINT).orElseThrow();
        HouseholdView shared = sheets.view(joint);

        assertThat(joint.kind()).isEqualTo(Kind.JOINT_NAMELESS);
        assertThat(shared.members()).isEmpty();
        assertThat(shared.lanes()).isEmpty();
        assertThat(shared.timeline()).isEmpty();
        assertThat(shared.calendar()).isNotEmpty().allMatch(entry -> entry.person() == null);
        assertThat(shared.alerts()).isNotEmpty().allMatch(alert -> alert.person() == null && alert.what() == null);
    }

    @Test
    void eachAdultHasASheetWithTheirOwnAndTheSmallChildrens() {
        Sheets sheets = sheets(Map.of());

        assertThat(sheets.all()).extracting(Sheet::name).containsExactly(Sheets.JOINT, "A1", "A2");
        String karims = view(sheets, "A1").toString();
        assertThat(karims).contains("Karim", "Lea", "Yusuf").doesNotContain("Amina", "Virksomhedspraktik");
        assertThat(view(sheets, "A1").incomes())
                .noneMatch(income -> income.person().equals(AMINA));
        assertThat(view(sheets, "A2").toString()).contains("Amina", "Lea").doesNotContain("Karim");
    }

    @Test
    void whereEveryAdultsConsentSaysSoAllShareOneSheet() {
        Sheets sheets = sheets(Map.of(AMINA, Set.of(Category.CASE_OVERVIEW), KARIM, ALL));
        HouseholdView shared = view(sheets, Sheets.JOINT);

        assertThat(sheets.named(Sheets.JOINT).orElseThrow().kind()).isEqualTo(Kind.JOINT);
        assertThat(shared.members()).hasSize(4);
        assertThat(shared.measures())
                .as("Amina shares her cases, not her measures")
                .noneMatch(measure -> measure.person().equals(AMINA));
    }

    @Test
    void somebodyOf15IsOnTheParentsSheetByTheirOwnWordOnly() {
        Sheets without = new Sheets(Families.withYouth(), Seeing.ALL, Map.of(), List.of());
        Sheets with = new Sheets(Families.withYouth(), Seeing.ALL, Map.of(YUSUF, ALL), List.of());

        assertThat(view(without, "A1").toString()).doesNotContain("Yusuf", "Lærkevangskolen");
        assertThat(view(with, "A1").toString()).contains("Yusuf");
        assertThat(without.all()).extracting(Sheet::name).contains("C2");
        assertThat(view(without, "C2").members())
                .extracting(member -> member.id())
                .containsExactly(YUSUF);
    }

    @Test
    void whoeverIsProtectedIsOnNoPaper() {
        Sheets sheets = new Sheets(Families.hidden(), Seeing.ALL, Map.of(), List.of());

        assertThat(sheets.leftOut()).isOne();
        assertThat(sheets.all()).extracting(Sheet::name).containsExactly("A1");
        assertThat(view(sheets, "A1").toString()).doesNotContain("Lea", "Mariehønen", "Prøvevej", "Eksempelvej");
    }

    @Test
    void howARegisterStandsForTheSpouseIsNotToldEither() {
        Lane karims = view(sheets(Map.of()), "A1").lane(Department.SOCIAL).orElseThrow();
        Lane aminas = view(sheets(Map.of()), "A2").lane(Department.SOCIAL).orElseThrow();

        assertThat(aminas.state()).isEqualTo(LaneState.STALE);
        assertThat(karims.state()).as("only Yusuf is asked about there").isEqualTo(LaneState.NOT_ACCESSIBLE);
        assertThat(karims.note().staleSince()).isNull();
    }

    private static OwnLine wish(String text, PersonId... about) {
        return new OwnLine(
                new UUID(0, text.hashCode()),
                OwnLine.Kind.WISH,
                Set.of(about),
                text,
                "",
                null,
                null,
                null,
                null,
                1,
                "Maja Test",
                Families.NOW);
    }

    private static List<String> wishes(Sheets sheets, String name) {
        return sheets.own(sheets.named(name).orElseThrow()).stream()
                .map(OwnLine::text)
                .toList();
    }

    @Test
    void aWishStandsOnlyWhereEverybodyItIsAboutStands() {
        List<OwnLine> lines =
                List.of(wish("hers", AMINA), wish("theirs", AMINA, KARIM), wish("the child's and hers", YUSUF, AMINA));
        Sheets apart = new Sheets(Families.whole(), Seeing.ALL, Map.of(AMINA, ALL), lines);
        Sheets together = new Sheets(Families.whole(), Seeing.ALL, Map.of(AMINA, ALL, KARIM, ALL), lines);

        assertThat(wishes(apart, "A1")).as("Karim's").isEmpty();
        assertThat(wishes(apart, "A2")).as("Amina's").containsExactly("hers", "the child's and hers");
        assertThat(wishes(apart, Sheets.JOINT)).as("without whose they are").hasSize(3);
        assertThat(wishes(together, Sheets.JOINT)).hasSize(3);
    }

    /** An agreement of Karim's that led to a measure of Amina's at the job centre. */
    @Test
    void whatAnAgreementLedToStandsOnlyWhereTheMeasureDoes() {
        OwnLine agreement = OwnGallery.some().stream()
                .filter(line -> line.ledTo() != null && line.done() == null)
                .findFirst()
                .orElseThrow();
        assertThat(agreement.about()).containsExactly(KARIM);
        Sheets apart = new Sheets(Families.whole(), Seeing.ALL, Map.of(), List.of(agreement));
        Sheets together = new Sheets(Families.whole(), Seeing.ALL, Map.of(AMINA, ALL, KARIM, ALL), List.of(agreement));

        assertThat(led(apart, "A1")).as("Karim's").containsExactly("");
        assertThat(led(apart, Sheets.JOINT)).as("without whose they are").containsExactly("");
        assertThat(led(together, Sheets.JOINT)).containsExactly("Virksomhedspraktik, fra 1. feb. 2026");
    }

    private static List<String> led(Sheets sheets, String name) {
        Sheet sheet = sheets.named(name).orElseThrow();
        return OwnScreen.onPaper(sheets.own(sheet), sheets.view(sheet), true, VersionsScreenTest.danish())
                .agreements()
                .stream()
                .map(line -> line.led() == null
                        ? ""
                        : line.led().measure() + line.led().more())
                .toList();
    }

    @Test
    void aWishOfSomebodyOf15OrOfSomebodyProtectedIsOnNoParentsSheet() {
        PersonId lea = person(4);
        Sheets youth = new Sheets(Families.withYouth(), Seeing.ALL, Map.of(), List.of(wish("mine", YUSUF)));
        Sheets hidden = new Sheets(Families.hidden(), Seeing.ALL, Map.of(), List.of(wish("Lea's", lea)));

        assertThat(wishes(youth, "A1")).isEmpty();
        assertThat(wishes(youth, "C2")).containsExactly("mine");
        assertThat(wishes(hidden, "A1")).isEmpty();
    }

    @Test
    void whatIsHeldAboutAChildIsToldToWhoeverHasCustodyOnly() {
        Sheets sheets = new Sheets(Families.patchwork(), Seeing.ALL, Map.of(), List.of(wish("Lea's", person(4))));
        Sheet karims = sheets.citizens().get(0);
        Sheet aminas = sheets.citizens().get(1);

        assertThat(sheets.view(karims).toString()).contains("Karim").doesNotContain("Lea", "Mariehønen");
        assertThat(sheets.view(aminas).toString()).contains("Amina", "Lea", "Mariehønen");
        assertThat(sheets.own(karims)).isEmpty();
        assertThat(sheets.own(aminas)).hasSize(1);
    }

    @Test
    void aChildIsOnTheSheetOfWhoeverHasCustodyAndOnTheSharedOneWhereAllDoOrItsConsentSaysSo() {
        PersonId lea = person(4);
        List<OwnLine> wishes = List.of(wish("Lea's", lea));
        Sheets apart = new Sheets(Families.patchwork(), Seeing.ALL, Map.of(), wishes);
        Sheets together = new Sheets(Families.patchwork(), Seeing.ALL, Map.of(AMINA, ALL, KARIM, ALL), wishes);
        Sheets byItsConsent =
                new Sheets(Families.patchwork(), Seeing.ALL, Map.of(AMINA, ALL, KARIM, ALL, lea, ALL), wishes);

        assertThat(view(apart, "A1").toString()).contains("Karim").doesNotContain("Lea", "Mariehønen");
        assertThat(wishes(apart, "A1")).isEmpty();
        assertThat(view(apart, "A2").toString()).contains("Amina", "Lea", "Mariehønen");
        assertThat(view(together, Sheets.JOINT).toString())
                .contains("Karim", "Amina")
                .doesNotContain("Lea", "Mariehønen");
        assertThat(view(byItsConsent, Sheets.JOINT).toString()).contains("Lea", "Mariehønen");
    }

    @Test
    void aSheetThatIsNoneOfTheirsIsNotThere() {
        assertThat(sheets(Map.of()).named("A9")).isEmpty();
        assertThat(sheets(Map.of()).named("")).map(Sheet::name).contains(Sheets.JOINT);
    }
}
