package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.household.HouseholdId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A key is on disk before anything is sealed with it, and a destroyed key never comes back. */
class KeystoreTest {

    private static final byte[] PLAIN = "noget".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @TempDir
    Path away;

    private final HouseholdId first = HouseholdId.random();
    private final HouseholdId second = HouseholdId.random();

    private Path file() {
        return folder.resolve("keystore.jsonl");
    }

    private Keystore open(Keystore.Sealed sealed) {
        return Keystore.open(file(), away, MasterKeyFile.in(folder.resolve("master.key")), sealed);
    }

    private Vault vault() {
        return new Vault(open(Keystore.Sealed.NOTHING));
    }

    private byte[] opened(Vault vault, HouseholdId household, byte[] sealed) {
        return vault.open(TestAccess.grant(household), household, "l", sealed);
    }

    @Test
    void whatWasSealedOpensAfterARestart() {
        byte[] sealed = vault().seal(first, "l", PLAIN);

        assertThat(opened(vault(), first, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aDestroyedKeyIsInNoFileAndStaysGoneAfterARestart() throws IOException {
        Vault vault = vault();
        byte[] gone = vault.seal(first, "l", PLAIN);
        byte[] kept = vault.seal(second, "l", PLAIN);
        vault.destroy(first);

        assertThat(Files.readString(file())).doesNotContain(first.toString()).contains(second.toString());
        assertThatThrownBy(() -> opened(vault(), first, gone)).isInstanceOf(SealBroken.class);
        assertThat(opened(vault(), second, kept)).isEqualTo(PLAIN);
    }

    @Test
    void anOldCopyPutBackBringsNoDestroyedKeyBack() throws IOException {
        Vault vault = vault();
        byte[] gone = vault.seal(first, "l", PLAIN);
        Path backup = Files.copy(file(), folder.resolve("backup"));
        vault.destroy(first);
        Files.copy(backup, file(), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> opened(vault(), first, gone)).isInstanceOf(SealBroken.class);
        assertThat(Files.readString(file())).doesNotContain(first.toString());
    }

    @Test
    void aCrashBetweenJournalAndFileIsMadeGoodAtTheNextStart() throws IOException {
        byte[] gone = vault().seal(first, "l", PLAIN);
        Files.writeString(folder.resolve("erased.log"), first + " 2026-01-01T00:00:00Z\n");

        assertThatThrownBy(() -> opened(vault(), first, gone)).isInstanceOf(SealBroken.class);
        assertThat(Files.readString(file())).doesNotContain(first.toString());
    }

    @Test
    void aLineCutShortByACrashHurtsNoOther() throws IOException {
        byte[] kept = vault().seal(first, "l", PLAIN);
        Files.writeString(file(), "{\"key\":\"" + second + "\",\"wrap", StandardOpenOption.APPEND);

        Vault after = vault();
        byte[] anew = after.seal(second, "l", PLAIN);
        assertThat(opened(vault(), first, kept)).isEqualTo(PLAIN);
        assertThat(opened(vault(), second, anew)).isEqualTo(PLAIN);
    }

    @Test
    void anUnfinishedNewFileIsNotTakenForTheOldOne() throws IOException {
        byte[] kept = vault().seal(first, "l", PLAIN);
        Files.writeString(folder.resolve("keystore.jsonl123.new"), "half");

        assertThat(opened(vault(), first, kept)).isEqualTo(PLAIN);
    }

    @Test
    void twoProcessesOnOneFileSeeEachOthersKeys() {
        Vault one = vault();
        Vault other = vault();
        byte[] byOne = one.seal(first, "l", PLAIN);
        byte[] byOther = other.seal(second, "l", PLAIN);

        assertThat(opened(other, first, byOne)).isEqualTo(PLAIN);
        assertThat(opened(one, second, byOther)).isEqualTo(PLAIN);
    }

    @Test
    void aKeyDestroyedByAnotherProcessIsNotMadeAgain() {
        Vault one = vault();
        Vault other = vault();
        one.seal(first, "l", PLAIN);
        one.destroy(first);

        assertThatThrownBy(() -> other.seal(first, "l", PLAIN)).isInstanceOf(SealBroken.class);
    }

    @Test
    void aMissingKeystoreStopsTheStartWhereHouseholdsAreStored() {
        assertThatThrownBy(() -> open(Keystore.Sealed.SOMETHING))
                .isInstanceOf(KeystoreRefused.class)
                .hasMessageContaining("backup");
    }

    @Test
    void anEmptyKeystoreStopsTheStartToo() throws IOException {
        Files.createFile(file());

        assertThatThrownBy(() -> open(Keystore.Sealed.SOMETHING)).isInstanceOf(KeystoreRefused.class);
    }

    @Test
    void aMasterKeyThatDoesNotBelongToTheKeystoreStopsTheStart() throws IOException {
        vault();
        Files.delete(folder.resolve("master.key"));

        assertThatThrownBy(this::vault).isInstanceOf(KeystoreRefused.class).hasMessageContaining("master");
    }

    @Test
    void keysPutUnderEachOthersNamesOpenNothing() throws IOException {
        vault().admit(List.of(first, second));
        List<String> swapped = Files.readAllLines(file()).stream()
                .map(line -> line.contains(first.toString())
                        ? line.replace(first.toString(), second.toString())
                        : line.replace(second.toString(), first.toString()))
                .toList();
        Files.write(file(), swapped);

        assertThatThrownBy(() -> vault().seal(first, "l", PLAIN)).isInstanceOf(KeystoreRefused.class);
    }

    @Test
    void onlyItsOwnerMayReadAKeyFile() throws IOException {
        Vault vault = vault();
        vault.seal(first, "l", PLAIN);
        vault.destroy(first);

        try (Stream<Path> files = Files.list(folder)) {
            for (Path each :
                    files.filter(path -> !path.toString().endsWith(".lock")).toList()) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                        .as(each.getFileName().toString())
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void manyHouseholdsAreAdmittedInOneWrite() {
        Vault vault = vault();
        List<HouseholdId> many =
                Stream.generate(HouseholdId::random).limit(20_000).toList();
        vault.admit(many);

        byte[] sealed = vault.seal(many.get(7), "l", PLAIN);
        assertThat(opened(vault(), many.get(7), sealed)).isEqualTo(PLAIN);
    }
}
