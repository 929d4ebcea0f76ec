package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was taken away stands in two places, and neither ever loses a line. */
class ErasureJournalTest {

    @TempDir
    Path here;

    @TempDir
    Path second;

    private ErasureJournal journal() {
        return new ErasureJournal(here.resolve("keystore.jsonl"), second);
    }

    @Test
    void theSecondPlaceSaysTheSame() throws IOException {
        ErasureJournal journal = journal();
        journal.add(List.of("a 1"));
        journal.copy();
        journal.add(List.of("b 2", "c 3"));
        journal.copy();

        assertThat(journal.copiedLines()).containsExactly("a 1", "b 2", "c 3").isEqualTo(journal.lines());
    }

    @Test
    void whatWasMissedWhileTheSecondPlaceWasOutIsMadeUpFor() throws IOException {
        ErasureJournal journal = journal();
        journal.add(List.of("a 1"));
        journal.copy();
        journal.add(List.of("b 2"));
        journal.add(List.of("c 3"));

        journal().copy();

        assertThat(journal.copiedLines()).containsExactly("a 1", "b 2", "c 3");
    }

    @Test
    void anOldCopyPutBackHereIsFilledFromTheSecondPlace() throws IOException {
        ErasureJournal journal = journal();
        journal.add(List.of("a 1"));
        journal.copy();
        byte[] old = Files.readAllBytes(here.resolve("erased.log"));
        journal.add(List.of("b 2"));
        journal.copy();
        Files.write(here.resolve("erased.log"), old);
        journal.add(List.of("c 3"));

        journal.copy();

        assertThat(journal.lines()).containsExactly("a 1", "c 3", "b 2").isEqualTo(journal.copiedLines());
    }

    @Test
    void aJournalThatIsGoneComesFromTheSecondPlace() throws IOException {
        ErasureJournal journal = journal();
        journal.add(List.of("a 1"));
        journal.copy();
        Files.delete(here.resolve("erased.log"));

        journal.copy();

        assertThat(journal.destroyed()).containsExactly("a");
    }

    @Test
    void aLineCutShortByACrashHurtsNoOther() throws IOException {
        ErasureJournal journal = journal();
        journal.add(List.of("a 1"));
        Files.writeString(here.resolve("erased.log"), "half", StandardOpenOption.APPEND);
        journal.add(List.of("b 2"));

        assertThat(journal.destroyed()).containsExactlyInAnyOrder("a", "b");
    }

    @Test
    void noPartOfALineLooksLikeAKeyThatWasDestroyed() throws IOException {
        String line = new Erased(UUID.randomUUID(), Instant.EPOCH, UUID.randomUUID(), List.of("row", "SOCIAL")).line();
        for (int end = 1; end <= line.length(); end++) {
            Files.writeString(here.resolve("erased.log"), line.substring(0, end));
            assertThat(journal().destroyed()).doesNotContain(line.split(" ")[1]);
        }
    }

    @Test
    void aLineIsReadAsItWasWritten() {
        Instant at = Instant.parse("2026-11-17T03:30:00.123456Z");
        Erased key = new Erased(UUID.randomUUID(), at, null, List.of());
        Erased left = new Erased(UUID.randomUUID(), at, null, List.of("left", "2026-11-17"));
        Erased row = new Erased(UUID.randomUUID(), at, UUID.randomUUID(), List.of("row", "SOCIAL"));

        for (Erased line : List.of(key, left, row)) {
            assertThat(Erased.read(line.line())).contains(line);
        }
        for (String none :
                List.of("", "half", "backup samblik-1 2026-11-17T03:30:00Z", key.household() + " 2026-11-")) {
            assertThat(Erased.read(none)).isEmpty();
        }
        assertThat(key.key()).isTrue();
        assertThat(row.key()).isFalse();
    }
}
