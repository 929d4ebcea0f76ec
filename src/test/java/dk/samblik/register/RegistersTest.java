package dk.samblik.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.consent.TestChunks;
import dk.samblik.household.Department;
import dk.samblik.household.RunId;
import dk.samblik.run.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What a mapping file says of its register is taken as it stands, or refused with file, key and cure. */
class RegistersTest {

    private static final Path OURS = Path.of("mappings");

    @TempDir
    Path folder;

    private static Registers registers(Path mappings) {
        return new Registers(RegisterTests.mappings(mappings), RegisterTests.folder(Path.of("target")));
    }

    @Test
    void everyMappingFileHasADoorAndThePopulationToo() {
        Registers registers = registers(OURS);

        assertThat(registers.doors(TestChunks.chunk(LocalDate.of(2026, 11, 18))))
                .contains("direct:register-jobcenter", "direct:register-social", "direct:register-folkeregister")
                .hasSize(registers.all().size() + 1);
        assertThat(registers.find("jobcenter").orElseThrow().answersFor()).isEqualTo(Department.EMPLOYMENT);
        assertThat(registers.find("nothing")).isEmpty();
    }

    @Test
    void aRunOfOneSourceKnocksAtThatOneDoor() {
        Run one = new Run(RunId.random(), Run.Kind.SOURCE, LocalDate.of(2026, 11, 18), 1, null, "jobcenter");

        assertThat(registers(OURS).doors(TestChunks.of(one, List.of())))
                .containsExactly("direct:register-jobcenter", "direct:register-folkeregister");
    }

    @Test
    void onlyNamedColumnsMayLeaveARegister() {
        RegisterFile jobcenter = registers(OURS).find("jobcenter").orElseThrow();
        RegisterFile social = registers(OURS).find("social").orElseThrow();

        assertThat(jobcenter.columns("SAG"))
                .contains("SAGSNR", "CPRNR", "FOELSOMHED", "BEHANDLER_INIT", "OPRETTET")
                .doesNotContain("SAGSTITEL", "SAGSBEHANDLER.NAVN");
        assertThat(jobcenter.columns("SAGSBEHANDLER")).contains("INIT", "NAVN").doesNotContain("AKTIV");
        assertThat(jobcenter.columns("FRAVAER")).isEmpty();
        assertThat(social.columns("indsatser")).contains("paragraf.lov").doesNotContain("navn", "maalgruppe");
        assertThat(social.columns("ansvarlige")).contains("medarbejderId", "navn");
    }

    @Test
    void aRegisterWithoutConnectionStopsTheStartAndSaysWhichKeys() {
        RegisterSettings some = new RegisterSettings(Map.of(
                "jobcenter", RegisterTests.connection(null, null), "bolig", RegisterTests.connection(folder, null)));

        assertThatThrownBy(() -> new Registers(RegisterTests.mappings(OURS), some))
                .hasMessageContaining("samblik.register.jobcenter.folder")
                .hasMessageContaining("samblik.register.boern-og-unge.url")
                .hasMessageContaining("samblik.register.social.client-secret");
    }

    @Test
    void aServiceElsewhereMustBeEncrypted() {
        RegisterSettings.Connection open = new RegisterSettings.Connection(
                null, "http://social.example/api", null, null, "a", "b", Duration.ofSeconds(5), Duration.ofMillis(25));
        Map<String, RegisterSettings.Connection> all =
                new java.util.HashMap<>(RegisterTests.folder(folder).register());
        all.put("social", open);

        assertThatThrownBy(() -> new Registers(RegisterTests.mappings(OURS), new RegisterSettings(all)))
                .hasMessageContaining("must begin with https://");
    }

    private record Broken(String text, String instead, String message) {}

    @TestFactory
    Stream<DynamicTest> aBrokenFileIsRefusedWithItsCure() {
        return Stream.of(
                        new Broken("register: jobcenter", "name: jobcenter", "register is missing"),
                        new Broken("answers-for: EMPLOYMENT", "answers-for: WORK", "answers-for must be one of"),
                        new Broken("source: csv", "source: xml", "source must be one of"),
                        new Broken("source: csv", "source: csv\nsource: csv", "stands twice"),
                        new Broken("JC_{table}_{date}.csv", "JC_{table}.csv", "delivery.files must hold {date}"),
                        new Broken("JC_KLAR_{date}.txt", "JC_KLAR.txt", "delivery.ready must hold {date}"),
                        new Broken("trailer: SLUT", "delimiter: ab", "delivery.delimiter must be one character"),
                        new Broken("member: [CPRNR], key: [SAGSNR]", "key: [SAGSNR]", "records[0].member must name"),
                        new Broken("from: SAG,", "", "records[0].from is missing"))
                .map(each -> DynamicTest.dynamicTest(each.message(), () -> isRefused(each)));
    }

    private void isRefused(Broken broken) throws IOException {
        String whole = Files.readString(OURS.resolve("jobcenter.yaml"));
        assertThat(whole).contains(broken.text());
        Files.writeString(folder.resolve("jobcenter.yaml"), whole.replace(broken.text(), broken.instead()));

        assertThatThrownBy(() -> registers(folder))
                .hasMessageContaining("jobcenter.yaml")
                .hasMessageContaining(broken.message());
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> registers(folder.resolve("none"))).hasMessageContaining("samblik.run.mappings");
    }

    @Test
    void secretsAreNotPrinted() {
        RegisterSettings settings = RegisterTests.folder(folder);

        assertThat(settings.toString()).doesNotContain("secret");
    }
}
