package dk.samblik.operations;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.access.OwnerKey;
import dk.samblik.consent.Withdrawn;
import dk.samblik.household.HouseholdId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restore needs, and that it leaves everything as it was where something is missing. */
class RestoreCommandTest {

    @TempDir
    Path folder;

    private DrillTown town;
    private HouseholdId home;
    private String backup;

    @BeforeEach
    void aTownWithABackup() {
        town = new DrillTown(folder, new Random(4));
        home = town.enrol();
        backup = town.backup();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private DrillTown.Ended restore(String... more) {
        return town.restore(
                Stream.concat(Stream.of(backup), Arrays.stream(more)).toArray(String[]::new));
    }

    private String key() {
        return folder.resolve("owner.key").toString();
    }

    private int inForce() {
        return town.owner
                .sql("select count(*) from consent_in_force")
                .query(Integer.class)
                .single();
    }

    private void isRefused(DrillTown.Ended ended, String... saying) {
        assertThat(ended.said()).contains(saying);
        assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
        assertThat(inForce()).as("nothing is touched").isPositive();
    }

    @Test
    void itPutsEverythingBackAndTheLogHolds() {
        int before = inForce();
        town.owner.sql("delete from section").update();

        DrillTown.Ended ended = restore("--yes");

        assertThat(ended.said()).contains("rows put back", "0 later erasures", "unbroken", "The hub may be started");
        assertThat(ended.code()).isZero();
        assertThat(inForce()).isEqualTo(before);
        assertThat(town.owner
                        .sql("select count(*) from section")
                        .query(Integer.class)
                        .single())
                .isEqualTo(before);
    }

    @Test
    void whoWithdrewSinceStaysWithdrawnAndIsRecordedAsThat() {
        UUID person = town.homes.keySet().iterator().next();
        town.withdraws(person, new Withdrawn.Everything());

        assertThat(restore("--yes").code()).isZero();

        assertThat(town.owner
                        .sql("select count(*) from consent_in_force where person_id = :person")
                        .param("person", person)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(town.owner
                        .sql("select status || ' ' || scope from consent where person_id = :person and version = 2")
                        .param("person", person)
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWN RESTORED");
    }

    @Test
    void whatIsStoredNowIsNotReplacedUnasked() {
        isRefused(restore(), "--yes");
    }

    @Test
    void withoutTheJournalNothingIsPutBack() throws IOException {
        Files.delete(folder.resolve("keys/erased.log"));
        Files.delete(folder.resolve("checkpoints/erased.log"));

        isRefused(restore("--yes"), "erasure journal", "who withdrew since would come back", "erased.log");
    }

    @Test
    void aJournalFromBeforeTheBackupIsNoJournal() throws IOException {
        for (String place : List.of("keys/erased.log", "checkpoints/erased.log")) {
            Files.writeString(folder.resolve(place), home + " 2026-01-01T00:00:00Z\n");
        }

        isRefused(restore("--yes"), "does not know of this backup");
    }

    @Test
    void theSecondPlacesJournalIsEnough() throws IOException {
        town.homes.keySet().forEach(person -> town.withdraws(person, new Withdrawn.Everything()));
        Files.delete(folder.resolve("keys/erased.log"));

        assertThat(restore("--yes").code()).isZero();

        assertThat(inForce()).isZero();
        assertThat(town.vault.holds(home)).isFalse();
    }

    @Test
    void aKeystoreThatIsGoneIsPutBackWithTheOwnersKeyOnly() throws IOException {
        town.keysAreLost();
        isRefused(restore("--yes"), "--owner-key");

        OwnerKey.make(folder.resolve("other.key"));
        isRefused(restore("--yes", "--owner-key", folder.resolve("other.key").toString()), "does not open");

        assertThat(restore("--yes", "--owner-key", key()).said()).contains("the keystore is put back");
        assertThat(town.vault.holds(home)).isTrue();
    }

    @Test
    void withoutKeystoreAndCopyNothingIsPutBack() throws IOException {
        town.keysAreLost();
        Files.delete(town.places.keystore(backup));

        isRefused(restore("--yes", "--owner-key", key()), "no copy of it from this backup or later");
    }

    @Test
    void withoutTheMasterKeyNothingIsPutBackNorIsOneMade() throws IOException {
        Path master = folder.resolve("keys/master.key");
        Path away = Files.move(master, folder.resolve("away"));

        isRefused(restore("--yes"), "master key");

        assertThat(master).doesNotExist();
        Files.move(away, master);
    }

    @Test
    void aFileCutShortOrOfAnotherNameIsNotTaken() throws IOException {
        Path copy = town.places.database(backup);
        byte[] whole = Files.readAllBytes(copy);
        Files.write(copy, Arrays.copyOf(whole, whole.length - 100));
        isRefused(restore("--yes"), "not a whole backup");

        Files.write(copy, whole);
        Files.copy(copy, town.places.database("another"), StandardCopyOption.REPLACE_EXISTING);
        isRefused(town.restore("another", "--yes"), "is another backup");
        isRefused(town.restore("none", "--yes"), "no backup of this id");
    }

    @Test
    void copiesAreTheOwnersOnlyAndTheKeystoresCannotBeReadWithoutTheDataOwner() throws IOException {
        for (Path copy : List.of(town.places.database(backup), town.places.keystore(backup))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)))
                    .isEqualTo("rw-------");
        }
        assertThat(new String(Files.readAllBytes(town.places.keystore(backup)), StandardCharsets.ISO_8859_1))
                .doesNotContain(home.toString());
    }

    @Test
    void noBackupBeginsWithoutTheDataOwnersKeyOrTheSecondPlace() throws IOException {
        Files.move(folder.resolve("owner.key.public"), folder.resolve("away"));
        assertThat(town.tryBackup().said()).contains("samblik owner-key FILE");
        Files.move(folder.resolve("away"), folder.resolve("owner.key.public"));

        Files.move(folder.resolve("checkpoints"), folder.resolve("unmounted"));
        Files.createFile(folder.resolve("checkpoints"));
        assertThat(town.tryBackup())
                .matches(ended -> ended.code() == ExitCode.REFUSED)
                .matches(ended -> ended.said().contains("second place"));
        assertThat(town.places.database().toFile().list()).hasSize(1);
        Files.delete(folder.resolve("checkpoints"));
        Files.move(folder.resolve("unmounted"), folder.resolve("checkpoints"));
    }
}
