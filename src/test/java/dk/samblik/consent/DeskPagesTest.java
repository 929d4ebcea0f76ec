package dk.samblik.consent;

import static dk.samblik.consent.DeskFamily.AMINA;
import static dk.samblik.consent.DeskFamily.BO;
import static dk.samblik.consent.DeskFamily.EVA;
import static dk.samblik.consent.DeskFamily.IDA;
import static dk.samblik.consent.DeskFamily.KARIM;
import static dk.samblik.consent.DeskFamily.LEA;
import static dk.samblik.consent.DeskFamily.MIO;
import static dk.samblik.consent.DeskFamily.NOA;
import static dk.samblik.consent.DeskFamily.OMAR;
import static dk.samblik.consent.DeskFamily.TODAY;
import static dk.samblik.consent.DeskFamily.YUSUF;
import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskClient.Field;
import dk.samblik.household.HouseholdId;
import dk.samblik.population.Human;
import dk.samblik.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Consents recorded on the pages of the running application: in force only when everybody who must has said yes and there is
 * a paper; logged before anything is seen; and never a number in an address.
 */
@SpringBootTest(classes = DeskHub.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DeskPagesTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final Path REGISTER = DeskFamily.register();

    private static final String AMINA_FOR_LEA =
            "Lea Prøvesen, 6 år > Amina Testesen (forældremyndighedsindehaver) har sagt ja";
    private static final String OMAR_FOR_LEA =
            "Lea Prøvesen, 6 år > Omar Prøvesen (forældremyndighedsindehaver, bor ikke i husstanden) har sagt ja";
    private static final byte[] PDF = "%PDF-1.7 KANARIEFUGL".getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private DeskHub.Moving clock;

    @Autowired
    private Import importing;

    @Autowired
    private Withdrawal withdrawal;

    private final JdbcClient owner = JdbcClient.create(DATABASE.owner());
    private final Household home = new Household(TODAY.minusMonths(1));
    private DeskClient dorte;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
        registry.add("samblik.register.folkeregister.folder", REGISTER::toString);
        registry.add("samblik.consent.controller.name", () -> "Fjordsted Kommune");
        // The log is vouched for when a test says so: never.
        registry.add("samblik.access.checkpoints.look", () -> "1h");
    }

    @BeforeEach
    void enrol() {
        DeskFamily.empty(owner);
        take(home.adults(AMINA, KARIM).children(YUSUF, LEA));
        dorte = new DeskClient(port).signIn("dorte");
    }

    @AfterEach
    void backToToday() {
        clock.days(0);
    }

    private void take(Household household) {
        DeskFamily.take(importing, household);
    }

    private String step(Household household, String step) {
        return "/samtykker/husstande/" + household.id() + "/" + step;
    }

    private DeskClient who(DeskClient desk, Household household, String... labels) {
        desk.get(step(household, "hvem"));
        Field[] yes = Arrays.stream(labels)
                .map(label -> Field.of("ja", desk.valueOf(label)))
                .toArray(Field[]::new);
        return desk.post(step(household, "hvem"), yes);
    }

    private DeskClient what(DeskClient desk, Household household, String... labels) {
        Field[] ticks = Arrays.stream(labels)
                .map(label -> Field.of("kilde", desk.valueOf(label)))
                .toArray(Field[]::new);
        return desk.post(step(household, "hvad"), ticks);
    }

    private List<Field> how(Human... children) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.of("maade", "WRITTEN"),
                Field.of("legitimation", "PAPERS"),
                Field.of("dato-dag", TODAY.getDayOfMonth()),
                Field.of("dato-maaned", TODAY.getMonthValue()),
                Field.of("dato-aar", TODAY.getYear()),
                Field.of("sprog", "ar"),
                Field.of("tolk", "1")));
        for (Human child : children) {
            fields.add(Field.of("hoert-" + Household.id(child), "YES"));
        }
        return fields;
    }

    private DeskClient how(DeskClient desk, Household household, byte[] paper, Human... children) {
        return desk.upload(step(household, "hvordan"), paper, how(children).toArray(Field[]::new));
    }

    /** The whole family's consent but for what the test leaves out. */
    private DeskClient upToTheCheck(DeskClient desk, byte[] paper, String... lea) {
        List<String> yes =
                new ArrayList<>(List.of("Amina Testesen har selv sagt ja", "Karim Testesen har selv sagt ja"));
        yes.addAll(List.of(lea));
        who(desk, home, yes.toArray(String[]::new));
        List<String> ticks = new ArrayList<>(
                List.of("Amina Testesen: Beskæftigelse", "Amina Testesen: Folkeregister", "Karim Testesen: Social"));
        if (lea.length > 0) {
            ticks.add("Lea Prøvesen: Børn og unge");
        }
        what(desk, home, ticks.toArray(String[]::new));
        return how(desk, home, paper, lea.length > 0 ? new Human[] {LEA} : new Human[0]);
    }

    private List<String> standing(Human human) {
        return owner.sql("select status from consent where person_id = :person order by recorded_at, version")
                .param("person", Household.id(human).value())
                .query(String.class)
                .list();
    }

    private List<String> inForce(Human human) {
        return owner.sql("select source from consent_in_force where person_id = :person order by source")
                .param("person", Household.id(human).value())
                .query(String.class)
                .list();
    }

    private long count(String from) {
        return owner.sql("select count(*) from " + from).query(Long.class).single();
    }

    @Test
    void aHouseholdIsFoundByItsNumberAndByTheNumberOfAMember() {
        String number = home.json().get("number").toString();

        assertThat(dorte.at()).isEqualTo("/samtykker");
        assertThat(dorte.post("/samtykker/ny", Field.of("sog", " " + number.toLowerCase() + " "))
                        .at())
                .isEqualTo(step(home, "hvem"));
        dorte.get("/samtykker/ny");
        assertThat(dorte.post("/samtykker/ny", Field.of("sog", YUSUF.cpr().digits()))
                        .at())
                .isEqualTo(step(home, "hvem"));
        assertThat(count("access_log where action = 'SEARCH' and actor = 'dorte' and purpose = 'consent-desk'"))
                .isPositive();
        assertThat(dorte.addresses())
                .noneMatch(address -> address.contains(YUSUF.cpr().digits()));
    }

    @Test
    void everyStepAndTheReceiptOfAFamilyWithACustodyHolderElsewhere() {
        who(
                dorte,
                home,
                "Amina Testesen har selv sagt ja",
                "Karim Testesen har selv sagt ja",
                "Yusuf Testesen, 14 år > Amina Testesen (forældremyndighedsindehaver) har sagt ja",
                "Yusuf Testesen, 14 år > Karim Testesen (forældremyndighedsindehaver) har sagt ja",
                AMINA_FOR_LEA,
                OMAR_FOR_LEA);
        assertThat(dorte.page()).doesNotContain("checked").contains("Trin 2 af 4");
        what(
                dorte,
                home,
                "Amina Testesen: Beskæftigelse",
                "Karim Testesen: Social",
                "Lea Prøvesen: Børn og unge",
                "Yusuf Testesen: Børn og unge");
        assertThat(dorte.page()).contains("Trin 3 af 4", "Er Lea Prøvesen blevet hørt?");
        how(dorte, home, PDF, YUSUF, LEA);
        assertThat(dorte.page()).contains("Trin 4 af 4", "PDF er lagt ved");
        dorte.post(step(home, "tjek"));

        assertThat(dorte.at()).startsWith("/samtykker/kvittering/");
        assertThat(dorte.page())
                .contains("Kvittering for samtykke", "Vi henter oplysninger første gang i nat", "Karim Testesen");
        assertThat(standing(AMINA)).containsExactly("ACTIVE");
        assertThat(standing(LEA)).containsExactly("ACTIVE");
        assertThat(inForce(LEA)).containsExactly("CHILDREN");
        assertThat(inForce(KARIM)).containsExactly("SOCIAL");
        assertThat(count("consent_grantor g join consent c using (consent_id, version) where c.person_id = '"
                        + Household.id(LEA) + "'"))
                .isEqualTo(2);
        assertThat(count("desk_draft")).isZero();
    }

    @Test
    void aChildIsADraftUntilEveryCustodyHolderHasSaidYes() {
        upToTheCheck(dorte, PDF, AMINA_FOR_LEA);

        assertThat(dorte.page()).contains("For Lea Prøvesen mangler: Omar Prøvesen");
        dorte.post(step(home, "tjek"));
        assertThat(standing(LEA)).containsExactly("DRAFT");
        assertThat(standing(AMINA)).containsExactly("ACTIVE");
        assertThat(inForce(LEA)).isEmpty();
        assertThat(dorte.page())
                .contains(
                        "Det gælder ikke endnu",
                        "Lea Prøvesen: Der mangler et ja fra Omar Prøvesen (forældremyndighedsindehaver).",
                        "Når vi har det, registrerer vi samtykket igen, og du får en ny kvittering.",
                        "href=\"" + step(home, "hvem") + "\">Registrér det, der mangler</a>")
                .doesNotContain("Der mangler dokumentation");

        upToTheCheck(dorte, PDF, AMINA_FOR_LEA, OMAR_FOR_LEA);
        dorte.post(step(home, "tjek"));
        assertThat(standing(LEA)).containsExactly("SUPERSEDED", "ACTIVE");
        assertThat(inForce(LEA)).containsExactly("CHILDREN");
    }

    private static List<Field> day(String name, LocalDate day) {
        return List.of(
                Field.of(name + "-dag", day.getDayOfMonth()),
                Field.of(name + "-maaned", day.getMonthValue()),
                Field.of(name + "-aar", day.getYear()));
    }

    /** The third step with Amina's day for all, and what is said of Omar apart. */
    private DeskClient signed(LocalDate amina, Field... omar) {
        List<Field> fields = new ArrayList<>(List.of(
                Field.of("maade", "WRITTEN"),
                Field.of("legitimation", "PAPERS"),
                Field.of("sprog", "da"),
                Field.of("hoert-" + Household.id(LEA), "YES")));
        fields.addAll(day("dato", amina));
        fields.addAll(List.of(omar));
        return dorte.upload(step(home, "hvordan"), PDF, fields.toArray(Field[]::new));
    }

    private static String apart(DeskClient desk, String name) {
        Matcher found = Pattern.compile(
                        "Hvornår gav " + name + " samtykke.*?name=\"(dato-[0-9a-f]+)-dag", Pattern.DOTALL)
                .matcher(desk.page());
        assertThat(found.find()).as(name).isTrue();
        return found.group(1);
    }

    private String period(Human human) {
        return owner.sql("select valid_from || ' ' || (select string_agg(given_at::text, ' ' order by given_at)"
                        + " from consent_grantor g where (g.consent_id, g.version) = (c.consent_id, c.version))"
                        + " from consent c where person_id = :person and status = 'ACTIVE'")
                .param("person", Household.id(human).value())
                .query(String.class)
                .single();
    }

    @Test
    void aConsentHoldsFromTheDayTheLastOfItsGrantorsSigned() {
        LocalDate first = TODAY.minusDays(9);
        LocalDate last = TODAY.minusDays(2);
        who(dorte, home, "Amina Testesen har selv sagt ja", AMINA_FOR_LEA);
        what(dorte, home, "Amina Testesen: Social", "Lea Prøvesen: Børn og unge");
        assertThat(dorte.page()).doesNotContain("Har ikke alle skrevet under samme dag");
        signed(first);
        dorte.post(step(home, "tjek"));
        assertThat(standing(LEA)).containsExactly("DRAFT");

        who(dorte, home, AMINA_FOR_LEA, OMAR_FOR_LEA);
        what(dorte, home, "Lea Prøvesen: Børn og unge");
        String omar = apart(dorte, "Omar Prøvesen");
        assertThat(dorte.page())
                .contains(
                        "name=\"" + apart(dorte, "Amina Testesen") + "-dag\" value=\"" + first.getDayOfMonth() + "\"");
        signed(first, day(omar, TODAY.plusDays(1)).toArray(Field[]::new));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("href=\"#" + omar + "-dag\"", "Datoen kan ikke ligge efter i dag");
        List<Field> his = new ArrayList<>(day(omar, last));
        his.add(Field.of(omar.replace("dato-", "maade-"), "ORAL"));
        signed(first, his.toArray(Field[]::new));
        assertThat(dorte.page()).contains("Trin 4 af 4", ", Mundtligt, og det er noteret");
        dorte.post(step(home, "tjek"));

        assertThat(period(LEA)).isEqualTo(last + " " + first + " " + last);
        assertThat(period(AMINA)).isEqualTo(first + " " + first);
        assertThat(inForce(LEA)).containsExactly("CHILDREN");
        assertThat(dorte.page()).contains("mundtligt", "skriftligt");
    }

    @Test
    void withoutAPaperEverythingStaysADraft() {
        upToTheCheck(dorte, new byte[0]);

        assertThat(dorte.page()).contains("Der er ingen dokumentation.", "Gem som kladde");
        dorte.post(step(home, "tjek"));
        assertThat(standing(AMINA)).containsExactly("DRAFT");
        assertThat(inForce(AMINA)).isEmpty();
        assertThat(dorte.page())
                .containsPattern(
                        "(Amina Testesen og Karim|Karim Testesen og Amina) Testesen: Der mangler dokumentation for,"
                                + " at der er sagt ja\\.")
                .contains("Giv os det underskrevne papir, eller sig, hvor det ligger.")
                .doesNotContain("mangler et ja");
    }

    @Test
    void whoMustSayYesIsSaidWithTheReason() {
        dorte.get(step(home, "hvem"));

        assertThat(dorte.page())
                .contains("Lea Prøvesen er 6 år: begge forældremyndighedsindehavere skal give samtykke.")
                .contains("Yusuf Testesen er 14 år: begge forældremyndighedsindehavere skal give samtykke.")
                .contains("Amina Testesen er voksen og giver selv samtykke.")
                .doesNotContain("checked");
    }

    @Test
    void aCustodyHolderWhoseNameIsProtectedIsNotNamed() {
        Household other = new Household(TODAY.minusMonths(1));
        take(other.adults(IDA).children(NOA));

        dorte.get(step(other, "hvem"));

        assertThat(dorte.page())
                .contains(
                        "En forældremyndighedsindehaver med navnebeskyttelse, der spørges gennem kommunen har sagt ja")
                .doesNotContain("Hemmelig");
    }

    @Test
    void whoHasCustodyIsNotedByHandWhereTheRegisterIsSilent() {
        Household other = new Household(TODAY.minusMonths(1)).adults(BO).children(MIO);
        take(other);
        String custody = step(other, "foraeldremyndighed/" + Household.id(MIO));
        dorte.get(step(other, "hvem"));
        assertThat(dorte.page())
                .contains("Folkeregistret oplyser ikke, hvem der har forældremyndigheden over Mio Testesen.")
                .contains("href=\"" + custody + "\"");

        dorte.get(custody);
        dorte.post(custody, Field.of("cpr-1", MIO.cpr().digits()), Field.of("kilde", "COURT"));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page())
                .contains("Skriv nummeret på en anden person", "Indtast datoen, hvor du så det")
                .doesNotContain(MIO.cpr().digits());
        List<Field> note = new ArrayList<>(day("dato", TODAY.minusDays(1)));
        note.add(Field.of("cpr-1", BO.cpr().digits()));
        note.add(Field.of("kilde", "COURT"));
        DeskClient birk = new DeskClient(port).signIn("birk").get(custody);
        dorte.post(custody, note.toArray(Field[]::new));

        assertThat(dorte.at()).isEqualTo(step(other, "hvem"));
        assertThat(dorte.page())
                .contains("Mio Testesen er 4 år: forældremyndighedsindehaveren skal give samtykke.")
                .contains("Dorte Test noterede", "dom eller kendelse fra retten", "Ret det, der er noteret")
                .contains("Bo Testesen (forældremyndighedsindehaver) har sagt ja");
        assertThat(birk.post(custody, note.toArray(Field[]::new)).status()).isEqualTo(412);
        assertThat(birk.page()).contains("Dorte Test har ændret det, siden du åbnede siden.");
        assertThat(count("access_log where action = 'CUSTODY_NOTED' and actor = 'dorte' and outcome = 'COURT'"))
                .isPositive();
        assertThat(dorte.get(step(other, "foraeldremyndighed/" + Household.id(BO)))
                        .at())
                .as("the register says that Bo is an adult")
                .isEqualTo(step(other, "hvem"));
    }

    @Test
    void thePaperIsKeptSealedAndOnlyAPdfOfFiveMegabytesIsTaken() {
        upToTheCheck(dorte, "GIF89a".getBytes(StandardCharsets.US_ASCII));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Filen skal være en PDF", "href=\"#bilag\"");

        byte[] large = Arrays.copyOf(PDF, Evidence.MOST + 1);
        how(dorte, home, large);
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Filen skal være under 5 MB");

        how(dorte, home, Arrays.copyOf(PDF, Evidence.MOST));
        dorte.post(step(home, "tjek"));
        assertThat(dorte.at()).startsWith("/samtykker/kvittering/");
        byte[] kept = owner.sql("select content_sealed from evidence")
                .query(byte[].class)
                .single();
        assertThat(kept).hasSizeGreaterThan(Evidence.MOST);
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("KANARIEFUGL");
    }

    private String paper() {
        upToTheCheck(dorte, PDF);
        dorte.post(step(home, "tjek"));
        return "/samtykker/bilag/"
                + owner.sql("select evidence_id from evidence order by added_at desc limit 1")
                        .query(String.class)
                        .single();
    }

    @Test
    void thePaperIsFetchedAsItWasHandedInAndTheLogHasItFirst() {
        String paper = paper();
        assertThat(dorte.get("/samtykker/" + home.id() + "/historik").page()).contains("href=\"" + paper + "\"");
        String logged = "access_log where action = 'EXPORT' and purpose = 'CONSENT_PAPER' and household_id = '"
                + home.id() + "'";

        dorte.get(paper);

        assertThat(dorte.page()).isEqualTo("%PDF-1.7 KANARIEFUGL");
        assertThat(dorte.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(dorte.header("Content-Disposition"))
                .matches("attachment; filename=\"samtykke-[0-9a-f-]{36}\\.pdf\"");
        assertThat(dorte.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(dorte.header("Cache-Control")).isEqualTo("no-store");
        assertThat(count(logged + " and actor = 'dorte'")).isOne();
        owner.sql("revoke insert on access_log from hub_audit").update();
        try {
            assertThat(dorte.get(paper).status()).isEqualTo(503);
            assertThat(dorte.page()).doesNotContain("KANARIEFUGL");
        } finally {
            owner.sql("grant insert on access_log to hub_audit").update();
        }
    }

    @Test
    void aPaperOfOthersOneThatIsNotThereAndOneWithoutAKeyAreAnsweredAlike() {
        String paper = paper();
        DeskClient nina = new DeskClient(port).signIn("nina");
        assertThat(nina.get(paper).status()).isEqualTo(404);
        String foreign = withoutTokens(nina.page());
        assertThat(withoutTokens(
                        nina.get("/samtykker/bilag/" + HouseholdId.random()).page()))
                .isEqualTo(foreign);
        assertThat(withoutTokens(nina.get("/samtykker/bilag/1").page())).isEqualTo(foreign);
        assertThat(new DeskClient(port).signIn("per").get(paper).status()).isEqualTo(403);

        // What another key sealed is what is left when the key is gone: nothing opens it.
        owner.sql("update evidence set content_sealed = decode(repeat('00', 64), 'hex')")
                .update();

        assertThat(dorte.get(paper).status()).isEqualTo(404);
        String gone = withoutTokens(dorte.page());
        assertThat(withoutTokens(
                        dorte.get("/samtykker/bilag/" + HouseholdId.random()).page()))
                .isEqualTo(gone);
    }

    @Test
    void whoComesBackHalfWayFindsWhatWasFilledIn() {
        who(dorte, home, "Amina Testesen har selv sagt ja");
        what(dorte, home, "Amina Testesen: Bolig");

        DeskClient later = new DeskClient(port).signIn("birk");

        assertThat(later.get(step(home, "hvad")).page())
                .containsPattern("checked[^>]*>\\s*<label[^>]*><span[^>]*>Amina Testesen: Bolig");
        assertThat(owner.sql("select content_sealed from desk_draft")
                        .query(byte[].class)
                        .single())
                .isNotEmpty();
    }

    @Test
    void whatACollegueChangedMeanwhileIsNotWrittenOver() {
        who(dorte, home, "Amina Testesen har selv sagt ja");
        DeskClient birk = new DeskClient(port).signIn("birk");
        birk.get(step(home, "hvad"));
        what(birk, home, "Amina Testesen: Social");

        what(dorte, home, "Amina Testesen: Beskæftigelse");

        assertThat(dorte.status()).isEqualTo(412);
        assertThat(dorte.page())
                .contains("Birk Test har ændret det, siden du åbnede siden. Se ændringen, før du gemmer.")
                .containsPattern("checked[^>]*>\\s*<label[^>]*><span[^>]*>Amina Testesen: Social");
    }

    @Test
    void aConsentThatChangedSinceTheRecordingBeganStopsIt() {
        upToTheCheck(dorte, PDF);
        dorte.post(step(home, "tjek"));
        upToTheCheck(dorte, PDF);
        withdrawn(AMINA);

        dorte.post(step(home, "tjek"));

        assertThat(dorte.status()).isEqualTo(412);
        assertThat(dorte.page()).contains("Birk Test har ændret det, siden du åbnede siden.");
        assertThat(standing(AMINA)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(count("desk_draft")).isOne();
    }

    private void withdrawn(Human human) {
        Viewer birk = new Viewer("birk", "Birk Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of());
        assertThat(withdrawal.withdraw(Household.id(human), new Withdrawn.Everything(), birk, "test"))
                .isPresent();
    }

    @Test
    void whatIsWrongIsSaidInTheSummaryAndAtTheField() {
        dorte.get(step(home, "hvem"));
        dorte.post(step(home, "hvem"));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Vælg mindst én person", "href=\"#ja-0-0\"", "id=\"fejl-ja-0-0\"");

        who(dorte, home, "Amina Testesen har selv sagt ja");
        dorte.post(step(home, "hvad"));
        assertThat(dorte.page()).contains("Vælg mindst én kilde for Amina Testesen");
        what(dorte, home, "Amina Testesen: Folkeregister");
        assertThat(dorte.page()).contains("Vælg mindst én kilde ud over folkeregistret for Amina Testesen");
        what(dorte, home, "Amina Testesen: Bolig");

        dorte.upload(step(home, "hvordan"), new byte[0], Field.of("dato-dag", "31"), Field.of("dato-maaned", "2"));
        assertThat(dorte.page())
                .contains("Vælg, hvordan samtykket er givet", "Vælg, hvordan du ved, hvem det var")
                .contains("Datoen mangler år", "Vælg det sprog")
                .contains("value=\"31\"");
        LocalDate tomorrow = TODAY.plusDays(1);
        dorte.upload(
                step(home, "hvordan"),
                new byte[0],
                Field.of("dato-dag", tomorrow.getDayOfMonth()),
                Field.of("dato-maaned", tomorrow.getMonthValue()),
                Field.of("dato-aar", tomorrow.getYear()),
                Field.of("reference", "sag " + AMINA.cpr().digits()));
        assertThat(dorte.page()).contains("Datoen kan ikke ligge efter i dag", "ser ud til at indeholde et CPR-nummer");
    }

    @Test
    void wholeRowsAndColumnsAreTickedOnlyWhenAsked() {
        who(dorte, home, "Amina Testesen har selv sagt ja", "Karim Testesen har selv sagt ja");

        dorte.post(step(home, "hvad"), Field.of("alle", "HOUSING"));

        assertThat(dorte.page().split("checked=\"checked\"", -1)).hasSize(3);
        assertThat(dorte.at()).isEqualTo(step(home, "hvad"));
    }

    private DeskClient kinds(List<String> sources, List<String> kinds) {
        List<Field> ticks = new ArrayList<>();
        sources.forEach(label -> ticks.add(Field.of("kilde", dorte.valueOf(label))));
        kinds.forEach(kind -> ticks.add(Field.of("slags", Household.id(AMINA) + "/" + kind)));
        return dorte.post(step(home, "hvad"), ticks.toArray(Field[]::new));
    }

    @Test
    void aConsentMayBeOfSomeKindsOnlyAndTheReceiptSaysWhich() {
        List<String> sources = List.of("Amina Testesen: Beskæftigelse", "Amina Testesen: Social");
        who(dorte, home, "Amina Testesen har selv sagt ja");
        assertThat(dorte.page())
                .contains("Amina Testesen: kun nogle slags", "sager (Beskæftigelse, Børn og unge og Social)")
                .doesNotContain("checked", "<details open");

        kinds(sources, List.of("BENEFITS"));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Vælg mindst én slags fra Social for Amina Testesen");
        kinds(sources, List.of("CASE_OVERVIEW", "TENANCY"));
        assertThat(dorte.page()).contains("Vælg den kilde, der har lejemål, for Amina Testesen");
        kinds(sources, List.of("CASE_OVERVIEW", "BENEFITS"));
        how(dorte, home, PDF);
        assertThat(dorte.page()).contains("kun sager og ydelser");
        dorte.post(step(home, "tjek"));

        assertThat(dorte.page()).contains("Amina Testesen: Kun disse slags oplysninger: sager og ydelser.");
        assertThat(owner.sql("select distinct unnest(categories) from consent_in_force")
                        .query(String.class)
                        .set())
                .containsExactlyInAnyOrder("BENEFITS", "CASE_OVERVIEW");
    }

    @Test
    void nothingIsRecordedOnAPopulationRegisterThatIsTooOld() {
        dorte.get(step(home, "hvem"));
        clock.days(9);

        DeskClient late = new DeskClient(port).signIn("dorte").get(step(home, "hvem"));

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.page())
                .contains("Oplysningerne fra folkeregistret er for gamle")
                .doesNotContain("Amina");
    }

    @Test
    void onlyTheAuthoritysOwnStaffOfTheAreaStandAtTheDesk() {
        long before = count("access_log where action = 'DENIED' and actor in ('per', 'nina')");
        assertThat(new DeskClient(port).signIn("lone").get("/samtykker/ny").status())
                .isEqualTo(403);
        DeskClient per = new DeskClient(port).signIn("per");
        assertThat(per.get("/samtykker/ny").status()).isEqualTo(403);
        assertThat(per.get(step(home, "hvem")).status()).isEqualTo(403);
        DeskClient nina = new DeskClient(port).signIn("nina");
        assertThat(nina.get(step(home, "hvem")).status()).isEqualTo(404);
        String foreign = withoutTokens(nina.page());
        assertThat(withoutTokens(nina.get(step(new Household(TODAY), "hvem")).page()))
                .isEqualTo(foreign);
        assertThat(nina.get("/samtykker/kvittering/" + HouseholdId.random()).page())
                .contains("Vi kan ikke vise denne husstand");
        assertThat(count("access_log where action = 'DENIED' and actor in ('per', 'nina')"))
                .isEqualTo(before + 5);
        assertThat(dorte.get("/husstande/" + home.id()).status()).isEqualTo(403);
    }

    @Test
    void aHouseholdOfAnotherAreaIsNotFoundAndTheTryIsLogged() {
        DeskClient nina = new DeskClient(port).signIn("nina");
        long before = count("access_log where action = 'DENIED'");

        nina.post("/samtykker/ny", Field.of("sog", AMINA.cpr().digits()));

        assertThat(nina.page()).contains("Vi fandt ingen husstand i dit område").doesNotContain("Amina");
        assertThat(count("access_log where action = 'DENIED'")).isEqualTo(before + 1);
    }

    @Test
    void withoutTheLogNothingIsShownAndNothingRecorded() {
        upToTheCheck(dorte, PDF);
        owner.sql("revoke insert on access_log from hub_audit").update();
        try {
            assertThat(dorte.post(step(home, "tjek")).status()).isEqualTo(503);
            assertThat(dorte.page()).doesNotContain("Amina");
        } finally {
            owner.sql("grant insert on access_log to hub_audit").update();
        }
        assertThat(count("consent")).isZero();
    }

    /** The whole family in force, and the receipt of it on the page. */
    private String receipt() {
        upToTheCheck(dorte, PDF, AMINA_FOR_LEA, OMAR_FOR_LEA);
        return dorte.post(step(home, "tjek")).page();
    }

    private static String first(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    private DeskClient takeBack(DeskClient desk, String brought) {
        desk.get("/samtykker/traek-tilbage");
        desk.post("/samtykker/traek-tilbage", Field.of("nummer", brought), Field.of("laest", "1"));
        assertThat(desk.page())
                .doesNotContain("Testesen")
                .doesNotContain("Prøvesen")
                .doesNotContain(home.json().get("number").toString());
        return desk;
    }

    @Test
    void whoBringsAReceiptOrACprNumberTakesTheConsentBackAndNobodyIsShown() {
        String receipt = receipt();
        long rows = count("access_log where action = 'CONSENT_WITHDRAWN' and actor = 'dorte'");

        String code = first("Karim Testesen</span>: <span[^>]*>([0-9a-f ]{19})<", receipt);
        assertThat(takeBack(dorte, code).page())
                .contains("Samtykket er trukket tilbage", "Vi spørger ikke mere om det, og oplysningerne er slettet.");
        assertThat(standing(KARIM)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(standing(LEA)).containsExactly("ACTIVE");

        takeBack(dorte, LEA.cpr().digits());
        assertThat(standing(LEA)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(inForce(AMINA)).isNotEmpty();

        takeBack(
                dorte,
                first("Kvittering nr\\. ([0-9A-F]{4}-[0-9A-F]{4})", receipt).toLowerCase());
        assertThat(standing(AMINA)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(count("consent_in_force")).isZero();
        assertThat(count("access_log where action = 'CONSENT_WITHDRAWN' and actor = 'dorte'"))
                .isEqualTo(rows + 3);
        assertThat(takeBack(dorte, code).status()).isEqualTo(422);
        assertThat(dorte.addresses())
                .noneMatch(address -> address.contains(LEA.cpr().digits()));
    }

    @Test
    void nothingIsTakenBackWithoutTheTickOrByWhatNobodyHasOrAnotherArea() {
        receipt();
        DeskClient nina = new DeskClient(port).signIn("nina");
        long denied = count("access_log where action = 'DENIED' and outcome = 'NOT_YOURS'");
        String foreign = withoutTokens(takeBack(nina, AMINA.cpr().digits()).page());

        assertThat(nina.status()).isEqualTo(422);
        assertThat(withoutTokens(takeBack(nina, "7F3A-92B1").page())).isEqualTo(foreign);
        assertThat(withoutTokens(takeBack(nina, "7f3a 92b1 04cd 11ee").page())).isEqualTo(foreign);
        assertThat(count("access_log where action = 'DENIED' and outcome = 'NOT_YOURS'"))
                .isEqualTo(denied + 3);
        dorte.get("/samtykker/traek-tilbage");
        assertThat(dorte.post(
                                "/samtykker/traek-tilbage",
                                Field.of("nummer", AMINA.cpr().digits()))
                        .page())
                .contains("Sæt kryds for at bekræfte")
                .doesNotContain(AMINA.cpr().digits());
        assertThat(dorte.post("/samtykker/traek-tilbage", Field.of("nummer", "Amina"), Field.of("laest", "1"))
                        .page())
                .contains("Indtast kvitteringens nummer, en kontrolkode eller et CPR-nummer")
                .doesNotContain("Amina");
        assertThat(standing(AMINA)).containsExactly("ACTIVE");
    }

    @Test
    void aConsentIsTakenBackThoughTheLogIsNotVouchedFor() {
        receipt();
        long rows = count("access_log where action = 'CONSENT_WITHDRAWN'");
        clock.days(1);
        DeskClient late = new DeskClient(port).signIn("dorte").get("/samtykker");

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.page())
                .contains("Opslagsloggen har ikke kunnet sikres", "href=\"/samtykker/traek-tilbage\"")
                .doesNotContain("Amina");
        assertThat(takeBack(late, AMINA.cpr().digits()).page()).contains("Samtykket er trukket tilbage");
        assertThat(inForce(AMINA)).isEmpty();
        assertThat(count("access_log where action = 'CONSENT_WITHDRAWN'")).isEqualTo(rows + 1);
    }

    @Test
    void aConsentIsTakenBackThoughTheLogCannotBeWritten() {
        receipt();
        owner.sql("revoke insert on access_log from hub_audit").update();
        try {
            assertThat(dorte.get("/samtykker").page())
                    .contains("Opslaget kunne ikke logges", "href=\"/samtykker/traek-tilbage\"");
            assertThat(takeBack(dorte, AMINA.cpr().digits()).page())
                    .contains("Samtykket er trukket tilbage", "Opslagsloggen kunne ikke skrives", "Gør det ikke igen.");
        } finally {
            owner.sql("grant insert on access_log to hub_audit").update();
        }
        assertThat(inForce(AMINA)).isEmpty();
        assertThat(owner.sql("select recorded_by from consent where person_id = :person and status = 'WITHDRAWN'")
                        .param("person", Household.id(AMINA).value())
                        .query(String.class)
                        .list())
                .as("the consent itself says who did it")
                .containsExactly("dorte");
    }

    @Test
    void noPageSaysANumberAndNoAddressAName() {
        upToTheCheck(dorte, PDF);
        List<String> pages = new ArrayList<>(List.of(dorte.page()));
        dorte.post(step(home, "tjek"));
        pages.add(dorte.page());

        assertThat(pages).noneMatch(page -> page.contains(AMINA.cpr().digits()) || page.contains("<title>Amina"));
        assertThat(dorte.addresses())
                .noneMatch(address -> address.contains("Amina") || ids(address).matches(".*\\d{10}.*"));
        assertThat(count("access_log where outcome ~ '[0-9]{10}' or purpose ~ '[0-9]{10}'"))
                .isZero();
    }

    /** An address without its random ids, in which ten digits in a row mean nothing. */
    private static String ids(String address) {
        return address.replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
    }

    private static String withoutTokens(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    @Test
    void aHouseholdIsSetUpFromThePopulationRegister() {
        dorte.get("/samtykker/ny");
        dorte.post("/samtykker/ny", Field.of("sog", IDA.cpr().digits()));
        assertThat(dorte.page()).contains("Opret en husstand ud fra folkeregistret");
        dorte.get("/samtykker/ny/husstand");
        assertThat(dorte.page())
                .contains(
                        "Ida Testesen, 33 år",
                        "Noa Testesen, 5 år",
                        "En forældremyndighedsindehaver med navnebeskyttelse",
                        "og Ida Testesen")
                .doesNotContain("checked", "Hemmelig", IDA.cpr().digits());

        dorte.post("/samtykker/ny/husstand", Field.of("person-0", "PARTICIPANT"));
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Vælg for Noa Testesen, 5 år");
        dorte.post("/samtykker/ny/husstand", Field.of("person-0", "PARTICIPANT"), Field.of("person-1", "PARTICIPANT"));

        assertThat(dorte.page()).contains("Ida Testesen, 33 år", "Trin 1 af 4");
        assertThat(count("access_log where action = 'HOUSEHOLD_SET_UP' and actor = 'dorte'"))
                .isPositive();
        assertThat(owner.sql("select area from household where number <> :mine")
                        .param("mine", home.json().get("number"))
                        .query(String.class)
                        .list())
                .containsExactly("Mosebakken");
    }

    @Test
    void somebodyOutsideNeedsAReasonAndNobodyIsInTwoHouseholds() {
        DeskClient nina = new DeskClient(port).signIn("nina");
        nina.get("/samtykker/ny");
        nina.post("/samtykker/ny", Field.of("sog", AMINA.cpr().digits()));
        nina.get("/samtykker/ny/husstand");
        nina.post(
                "/samtykker/ny/husstand",
                Field.of("person-0", "PARTICIPANT"),
                Field.of("person-1", "OUTSIDE"),
                Field.of("person-2", "PARTICIPANT"),
                Field.of("person-3", "PARTICIPANT"));
        assertThat(nina.page()).contains("ikke hører til husstanden");
        nina.post(
                "/samtykker/ny/husstand",
                Field.of("person-0", "PARTICIPANT"),
                Field.of("person-1", "OUTSIDE"),
                Field.of("grund-1", "LODGER"),
                Field.of("person-2", "PARTICIPANT"),
                Field.of("person-3", "PARTICIPANT"));

        assertThat(nina.page()).contains("En af personerne er allerede i en husstand");
        assertThat(count("household")).isOne();
    }

    private String members(Household household) {
        return step(household, "medlemmer");
    }

    /** The name of the choice about somebody whose name and age stand there. */
    private static Field change(DeskClient desk, String who, String becomes) {
        Matcher found = Pattern.compile(Pattern.quote(who) + "</legend>.*?name=\"(valg-[^\"]+)\"", Pattern.DOTALL)
                .matcher(desk.page());
        assertThat(found.find()).as(who).isTrue();
        return Field.of(found.group(1), becomes);
    }

    private static Field reason(Field change, String reason) {
        return Field.of(change.name().replace("valg-", "grund-"), reason);
    }

    private String participation(Human human) {
        return owner.sql(
                        "select participation || ' ' || (cpr_sealed is not null) from member where person_id = :person")
                .param("person", Household.id(human).value())
                .query(String.class)
                .single();
    }

    @Test
    void whoSaysNoAfterwardsLosesTheirConsentInTheSameActAndNobodyElseTheirs() {
        upToTheCheck(dorte, PDF);
        dorte.post(step(home, "tjek"));

        dorte.get(members(home));
        assertThat(dorte.page()).doesNotContain("selected");
        dorte.post(members(home), change(dorte, "Karim Testesen, 44 år", "DECLINED"));
        assertThat(dorte.page())
                .contains("Karim Testesen, 44 år: fra »Deltager« til »Har sagt nej«.")
                .containsPattern("trukket tilbage med det samme for\\s+<span>Karim")
                .containsPattern("Vi holder op med at spørge[^<]*</span> *Social")
                .contains("0 oplysninger fjernes", "Det, andre har sagt ja til, gælder som før.");
        dorte.post(members(home) + "/nu");
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(standing(KARIM)).containsExactly("ACTIVE");
        dorte.post(members(home) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.page()).contains("Samtykket er trukket tilbage i");
        assertThat(standing(KARIM)).containsExactly("SUPERSEDED", "WITHDRAWN");
        assertThat(inForce(KARIM)).isEmpty();
        assertThat(participation(KARIM)).isEqualTo("DECLINED false");
        assertThat(inForce(AMINA)).isNotEmpty();
        assertThat(dorte.get("/samtykker/" + home.id() + "/historik").page())
                .contains("Ændringer i, hvem der hører til", "Har sagt nej", "Dorte Test")
                .doesNotContain("Karim");
        assertThat(count("access_log where action = 'MEMBER_CHANGED' and outcome = 'DECLINED' and actor = 'dorte'"))
                .isPositive();
    }

    @Test
    void aNewAdultAtTheAddressIsSettledWhereTheTaskLeads() {
        Household other = new Household(TODAY.minusMonths(1)).adults(BO);
        take(other);
        assertThat(dorte.get("/samtykker").page())
                .contains("En ny voksen er flyttet ind", "href=\"" + members(other) + "\"");

        dorte.get(members(other));
        Field eva = change(dorte, "Eva Prøvesen, 37 år", "OUTSIDE");
        assertThat(dorte.page()).contains("Nu: ny på adressen, ikke afklaret");
        dorte.post(members(other), Field.of(eva.name(), "NOT_ASKED"));
        assertThat(dorte.page()).contains("1 voksen er ikke spurgt. Så længe henter vi ikke noget om nogen");
        dorte.post(members(other), eva);
        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("Vælg, hvorfor Eva Prøvesen, 37 år ikke hører til husstanden");
        dorte.post(members(other), eva, reason(eva, "LODGER"));
        assertThat(dorte.page()).contains("Alle voksne på adressen er afklaret.");
        dorte.post(members(other) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.at()).endsWith("/historik");
        assertThat(dorte.page()).contains("hørte ikke til", "Bor der, men hører ikke til husstanden", "Logerende");
        assertThat(dorte.get("/samtykker").page()).doesNotContain("En ny voksen er flyttet ind");
        assertThat(dorte.get(members(other)).page())
                .doesNotContain("Eva Prøvesen", EVA.cpr().digits());
    }

    @Test
    void whoChangesTheirMindIsFoundByTheirNumberAndTakesPart() {
        Household other = new Household(TODAY.minusMonths(1)).adults(BO).member(EVA, "DECLINED", "ADULT");
        take(other);
        dorte.get(members(other));
        assertThat(dorte.page()).contains("1 person deltager ikke.").doesNotContain("Eva Prøvesen");
        dorte.post(members(other) + "/nummer", Field.of("sog", AMINA.cpr().digits()));
        assertThat(dorte.page()).contains("Personen bor ikke på adressen").doesNotContain("Amina");

        dorte.post(members(other) + "/nummer", Field.of("sog", EVA.cpr().digits()));
        dorte.post(members(other), change(dorte, "Eva Prøvesen, 37 år", "PARTICIPANT"));
        assertThat(dorte.page()).contains("Vi henter ikke noget om personen, før der er registreret et samtykke.");
        dorte.post(members(other) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.at()).isEqualTo(step(other, "hvem"));
        assertThat(dorte.page()).contains("Eva Prøvesen har selv sagt ja");
        assertThat(participation(EVA)).isEqualTo("PARTICIPANT true");
        assertThat(dorte.addresses())
                .noneMatch(address -> address.contains(EVA.cpr().digits()));
    }

    @Test
    void membersThatChangedSinceThePageWasOpenedAreNotWrittenOver() {
        dorte.get(members(home));
        dorte.post(members(home), change(dorte, "Amina Testesen, 41 år", "DECLINED"));
        DeskClient birk = new DeskClient(port).signIn("birk");
        birk.get(members(home));
        birk.post(members(home), change(birk, "Karim Testesen, 44 år", "NOT_ASKED"));
        birk.post(members(home) + "/nu", Field.of("laest", "1"));

        dorte.post(members(home) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.status()).isEqualTo(412);
        assertThat(dorte.page()).contains("Birk Test har ændret det, siden du åbnede siden.");
        assertThat(participation(AMINA)).isEqualTo("PARTICIPANT true");
        assertThat(participation(KARIM)).isEqualTo("NOT_ASKED false");
    }

    @Test
    void whoDidNotTakePartAndIsGoneFromTheAddressIsAMemberNoMore() {
        Household other = new Household(TODAY.minusMonths(1)).adults(BO).member(OMAR, "DECLINED", "ADULT");
        take(other);
        dorte.get(members(other));
        assertThat(dorte.page()).contains("1 person, der ikke deltager, bor ikke længere på adressen.");

        dorte.post(members(other), Field.of("fraflyttede", "1"));
        dorte.post(members(other) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.page()).contains("Er flyttet og hører ikke længere til");
        assertThat(count("member where participation = 'DECLINED' and member_to is not null"))
                .isOne();
    }

    @Test
    void aHouseholdInWhichNobodyTakesPartAnyMoreIsOver() {
        Household other = new Household(TODAY.minusMonths(1)).adults(BO);
        take(other);
        dorte.get(members(other));
        dorte.post(members(other), change(dorte, "Bo Testesen, 52 år", "DECLINED"));
        assertThat(dorte.page()).contains("Husstanden går ud af Samblik");

        dorte.post(members(other) + "/nu", Field.of("laest", "1"));

        assertThat(dorte.get(members(other)).status()).isEqualTo(404);
        assertThat(count("household where household_id = '" + other.id() + "' and exit_date is not null"))
                .isOne();
    }

    @Test
    void aNumberThatIsNoneIsSaidSo() {
        dorte.get("/samtykker/ny");
        dorte.post("/samtykker/ny", Field.of("sog", "12 34"));

        assertThat(dorte.status()).isEqualTo(422);
        assertThat(dorte.page()).contains("CPR-nummeret skal have 10 cifre").doesNotContain("12 34\"");
    }
}
