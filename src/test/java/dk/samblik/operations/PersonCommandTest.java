package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.samblik.access.AccessLog;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Vault;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Consenting;
import dk.samblik.consent.TestGate;
import dk.samblik.effect.TestSeries;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines;
import dk.samblik.storage.TestDatabase;
import dk.samblik.view.TestPublish;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person is told everything that is held, and is erased where they ask; nobody is looked up unlogged. */
class PersonCommandTest {

    private static final Cpr AMINA = Consenting.number("Amina");
    private static final HouseholdId HOME =
            new HouseholdId(Consenting.id("Amina").value());

    @TempDir
    Path folder;

    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient owner = JdbcClient.create(database.owner());
    private final Vault vault = TestAccess.vault();
    private final AccessLog log = TestAccess.log(database.audit());
    private final CivilClock clock = new CivilClock(Clock.systemUTC());
    private final UUID person = Consenting.id("Amina").value();

    @BeforeEach
    void aminaConsents() {
        enrol(person, HOME, AMINA);
        owner.sql("""
                        insert into section values (:person, 'boern-og-unge', 1, null, 'CHILDREN', :home, :content, '', 'm@1',
                          gen_random_uuid(), now())
                        """)
                .param("person", person)
                .param("home", HOME.value())
                .param(
                        "content",
                        vault.seal(
                                HOME,
                                TestPublish.label(person, "boern-og-unge", 1),
                                "[{\"school\":\"Nordskolen\"}]".getBytes(StandardCharsets.UTF_8)))
                .update();
    }

    private void enrol(UUID id, HouseholdId home, Cpr number) {
        owner.sql("insert into household (household_id, number, area, project_code, enrolled)"
                        + " values (:id, :number, 'Mosebakken', 'FREMSKUDT', date '2026-01-01') on conflict do nothing")
                .param("id", home.value())
                .param("number", "H-" + home)
                .update();
        owner.sql(
                        "insert into member values (:id, :home, :hash, :sealed, 'PARTICIPANT', 'ADULT', null, date '2026-01-01')")
                .param("id", id)
                .param("home", home.value())
                .param("hash", vault.hash(number))
                .param("sealed", vault.seal(home, "cpr|" + id, number.digits().getBytes(StandardCharsets.US_ASCII)))
                .update();
        owner.sql("""
                        insert into consent (consent_id, version, household_id, person_id, status, sources, categories,
                          period_back, valid_from, valid_to, recorded_by, recorded_at, document_sealed)
                        values (:id, 1, :home, :id, 'ACTIVE', '{CHILDREN}', '{MEASURES}', 'P12M', date '2026-01-01',
                          date '2099-12-31', 'maja', now(), :document)
                        """)
                .param("id", id)
                .param("home", home.value())
                .param(
                        "document",
                        vault.sealRecord(
                                "consent|" + id + "|1", "{\"method\":\"paper\"}".getBytes(StandardCharsets.UTF_8)))
                .update();
        owner.sql("insert into consent_in_force values (:id, 'CHILDREN', :home, :id, 1, '{MEASURES}', 'P12M',"
                        + " date '2026-01-01', date '2099-12-31')")
                .param("id", id)
                .param("home", home.value())
                .update();
    }

    @AfterEach
    void close() {
        database.close();
    }

    private DrillTown.Ended run(String typed, String... arguments) {
        InputStream before = System.in;
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        try {
            System.setIn(new ByteArrayInputStream((typed + "\n").getBytes(StandardCharsets.US_ASCII)));
            return DrillTown.run(
                    new PersonCommand(
                            TestGate.records(database.web(), vault, log, clock),
                            TestPublish.holdings(database.web(), vault),
                            new OwnLines(database.web(), vault, clock),
                            TestSeries.erased(database.effect(), vault),
                            TestAccess.personLog(database.audit()),
                            messages,
                            clock),
                    arguments);
        } finally {
            System.setIn(before);
        }
    }

    private long count(String rows) {
        return owner.sql("select count(*) from " + rows).query(Long.class).single();
    }

    @Test
    void aPersonIsToldWhatIsHeldWhereFromAndWhoLooked() throws IOException {
        DrillTown.Ended ended = run(AMINA.digits(), "export", "--by", "maja", "--to", folder.toString());

        assertThat(ended.code()).as(ended.said()).isZero();
        assertThat(ended.said()).doesNotContain(AMINA.digits(), "Nordskolen");
        assertThat(count("access_log where action = 'EXPORT' and purpose = 'GDPR-15' and actor = 'console/maja'"))
                .isOne();
        Path made = made();
        JsonNode told =
                new ObjectMapper().readTree(made.resolve("oplysninger.json").toFile());
        assertThat(told.path("registers").get(0).path("register").asText()).isEqualTo("boern-og-unge");
        assertThat(told.path("registers")
                        .get(0)
                        .path("facts")
                        .get(0)
                        .path("school")
                        .asText())
                .isEqualTo("Nordskolen");
        assertThat(told.path("consents").get(0).path("document").path("method").asText())
                .isEqualTo("paper");
        assertThat(told.path("looks").get(0).path("purpose").asText()).isEqualTo("GDPR-15");
        assertThat(told.path("looks").toString()).as("no name of staff").doesNotContain("maja");
        assertThat(Files.readString(made.resolve("oplysninger.txt")))
                .contains("Hvad Samblik har om dig", "register: boern-og-unge", "school: Nordskolen", "GDPR-15");
        assertThat(mode(made)).isEqualTo("rwx------");
        assertThat(mode(made.resolve("oplysninger.txt"))).isEqualTo("rw-------");
    }

    @Test
    void aPersonIsToldTheWishesAndAgreementsAboutThemAndNobodyElses() throws IOException {
        UUID bente = Consenting.id("Bente").value();
        enrol(bente, HOME, Consenting.number("Bente"));
        write(Kind.WISH, "at bo ved vandet", "", person);
        write(Kind.AGREEMENT, "ringer til skolen", "Maja", person, bente);
        write(Kind.WISH, "at flytte", "", bente);

        run(AMINA.digits(), "export", "--by", "maja", "--to", folder.toString());

        JsonNode own = new ObjectMapper()
                .readTree(made().resolve("oplysninger.json").toFile())
                .path("own");
        assertThat(own).hasSize(2);
        assertThat(own.get(0).path("text").asText()).isEqualTo("at bo ved vandet");
        assertThat(own.get(1).path("who").asText()).isEqualTo("Maja");
        assertThat(own.toString()).doesNotContain("at flytte", bente.toString(), "Dorte");
        assertThat(Files.readString(made().resolve("oplysninger.txt"))).contains("at bo ved vandet", "5. Ønsker");
    }

    private void write(Kind kind, String text, String who, UUID... about) {
        Viewer dorte = new Viewer("dorte", "Dorte Test", Viewer.Role.TEAM, "Fjordsted Kommune", Set.of());
        Written written = new Written(Stream.of(about).map(PersonId::new).collect(Collectors.toSet()), text, who, null);
        assertThat(new OwnLines(database.web(), vault, clock).keep(HOME, kind, Optional.empty(), written, dorte))
                .isTrue();
    }

    private Path made() throws IOException {
        try (Stream<Path> made = Files.list(folder)) {
            return made.toList().get(0);
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    @Test
    void whoIsNotKnownIsToldSoAndTheSearchIsLogged() {
        DrillTown.Ended ended =
                run(Consenting.number("Bente").digits(), "export", "--by", "maja", "--to", folder.toString());

        assertThat(ended.said()).contains("Nothing is held");
        assertThat(count("access_log where action = 'SEARCH' and outcome = 'NOT_KNOWN'"))
                .isOne();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whoIsErasedIsGoneButForTheProof() {
        UUID bente = Consenting.id("Bente").value();
        enrol(bente, HOME, Consenting.number("Bente"));

        series(person, Consenting.id("Bente").value());

        DrillTown.Ended ended = run(AMINA.digits(), "erase", "--by", "maja", "--yes");

        assertThat(ended.said()).contains("effect series: 1 figures");
        assertThat(count("effect_figure")).as("Bente's").isOne();
        assertThat(ended.said()).contains("1 consents withdrawn", "kept as proof: 2 versions");
        assertThat(count("section")).isZero();
        assertThat(count("member where cpr_sealed is not null")).as("Bente's").isOne();
        assertThat(count("consent_in_force")).as("Bente's").isOne();
        assertThat(vault.holds(HOME)).isTrue();
        assertThat(count("access_log where action = 'SEARCH' and purpose = 'GDPR-17'"))
                .isOne();
        assertThat(count("access_log where action = 'CONSENT_WITHDRAWN'")).isOne();
        assertThat(count("erasure")).as("all in the journal").isZero();
    }

    /** A month's figure of each of these in the home. */
    private void series(UUID... whose) {
        byte[] subject = vault.pseudonym("household", HOME.value());
        owner.sql(
                        "insert into effect_household values (:subject, 'FREMSKUDT', 'Mosebakken', date '2026-01-01', date '2030-09-30')")
                .param("subject", subject)
                .update();
        for (UUID one : whose) {
            owner.sql(
                            "insert into effect_figure values (:subject, :who, 'S1', date '2026-02-01', '1', 1, 1, 1, 1, '{}',"
                                    + " date '2026-03-01')")
                    .param("subject", subject)
                    .param("who", vault.pseudonym("who", one))
                    .update();
        }
    }

    @Test
    void theLastOneOfAHouseholdTakesItsKeyAndItsSeriesAlong() {
        series(person);
        owner.sql(
                        "insert into effect_figure select subject, sha256('an agreement'), 'C5', month, '1', 1, 1, 1, 1, '{agreements,jobcenter@1}',"
                                + " computed_on from effect_figure")
                .update();

        run(AMINA.digits(), "erase", "--by", "maja", "--yes");

        assertThat(vault.holds(HOME)).isFalse();
        assertThat(count("effect_household")).isZero();
        assertThat(count("effect_figure")).isZero();
    }

    @Test
    void erasingIsSaidTwiceAndANumberIsNeverAnArgument() {
        assertThat(List.of(
                        run(AMINA.digits(), "erase", "--by", "maja").code(),
                        run("x", "export", "--by", "maja", AMINA.digits()).code(),
                        run("12", "export", "--by", "maja").code(),
                        run(AMINA.digits(), "export").code()))
                .containsOnly(ExitCode.USAGE);
        assertThat(count("access_log")).isZero();
        assertThat(count("section")).isOne();
    }
}
