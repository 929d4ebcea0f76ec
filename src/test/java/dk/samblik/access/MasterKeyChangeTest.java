package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.HouseholdId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

/** A new master key opens all that was sealed before; the old one opens nothing that is there now. */
class MasterKeyChangeTest {

    private static final byte[] PLAIN = "noget".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final HouseholdId household = HouseholdId.random();

    private MockEnvironment environment() {
        return new MockEnvironment()
                .withProperty(
                        "samblik.access.keystore",
                        folder.resolve("keystore.jsonl").toString())
                .withProperty(
                        "samblik.access.master-key",
                        folder.resolve("master.key").toString())
                .withProperty(
                        "samblik.access.checkpoints.folder",
                        folder.resolve("away").toString())
                .withProperty(
                        "samblik.access.checkpoints.key",
                        folder.resolve("checkpoint.key").toString());
    }

    private Vault vault(String masterKey) {
        return new Vault(Keystore.open(
                folder.resolve("keystore.jsonl"),
                folder.resolve("away"),
                MasterKeyFile.in(folder.resolve(masterKey)),
                Keystore.Sealed.NOTHING));
    }

    @Test
    void everythingOpensByTheNewKeyAndNothingByTheOld() throws IOException {
        byte[] sealed = vault("master.key").seal(household, "l", PLAIN);
        byte[] digest = vault("master.key").digest(household, PLAIN);
        Files.copy(folder.resolve("master.key"), folder.resolve("old.key"));

        int changed = MasterKeyChange.make(environment());

        assertThat(changed).isEqualTo(6);
        Vault after = vault("master.key");
        assertThat(after.open(TestAccess.grant(household), household, "l", sealed))
                .isEqualTo(PLAIN);
        assertThat(after.digest(household, PLAIN)).isEqualTo(digest);
        assertThatThrownBy(() -> vault("old.key")).isInstanceOf(KeystoreRefused.class);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("master.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aChangeThatIsSaidTwiceIsOneMore() {
        byte[] sealed = vault("master.key").seal(household, "l", PLAIN);

        MasterKeyChange.make(environment());
        MasterKeyChange.make(environment());

        assertThat(vault("master.key").open(TestAccess.grant(household), household, "l", sealed))
                .isEqualTo(PLAIN);
    }

    @Test
    void aMasterKeyThatDoesNotBelongToTheKeystoreChangesNothing() throws IOException {
        vault("master.key").seal(household, "l", PLAIN);
        byte[] keys = Files.readAllBytes(folder.resolve("keystore.jsonl"));
        MasterKeyFile.in(folder.resolve("other.key"));
        Files.copy(folder.resolve("other.key"), folder.resolve("master.key"), StandardCopyOption.REPLACE_EXISTING);
        byte[] master = Files.readAllBytes(folder.resolve("master.key"));

        assertThatThrownBy(() -> MasterKeyChange.make(environment())).isInstanceOf(KeystoreRefused.class);

        assertThat(folder.resolve("keystore.jsonl")).hasBinaryContent(keys);
        assertThat(folder.resolve("master.key")).hasBinaryContent(master);
    }

    @Test
    void aLookFindsKeysThatOthersMayReadAndAMasterKeyThatIsNotThere() throws IOException {
        vault("master.key").seal(household, "l", PLAIN);
        assertThat(KeysLook.wrong(demo())).isEmpty();

        Files.setPosixFilePermissions(folder.resolve("keystore.jsonl"), PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(KeysLook.wrong(demo())).singleElement().asString().contains("keystore.jsonl can be read by others");

        Files.delete(folder.resolve("master.key"));
        assertThat(KeysLook.wrong(demo())).anyMatch(sentence -> sentence.contains("its master key is not"));
        assertThat(folder.resolve("master.key")).doesNotExist();
    }

    private MockEnvironment demo() {
        MockEnvironment environment = environment();
        environment.setActiveProfiles("demo");
        return environment;
    }
}
