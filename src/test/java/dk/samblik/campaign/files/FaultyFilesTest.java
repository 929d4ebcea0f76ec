package dk.samblik.campaign.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.campaign.files.Disturbance.Fate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The faulty files are this machine's, and fail where they are told to. */
class FaultyFilesTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = FaultyFiles.of(folder).resolve("one.csv");
        Files.writeString(file, "four");
    }

    @AfterEach
    void heal() {
        FaultyFiles.disturb(Disturbance.NONE);
    }

    private static List<String> listed(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).toList();
        }
    }

    @Test
    void areTheFilesOfThisMachine() throws IOException {
        assertThat(Files.readString(folder.resolve("one.csv"))).isEqualTo("four");
        assertThat(Files.readString(file)).isEqualTo("four");
        assertThat(listed(file.getParent())).containsExactly("one.csv");
        assertThat(file.getParent()).isEqualTo(FaultyFiles.of(folder));
    }

    @Test
    void tellOfEveryOperation() throws IOException {
        List<String> told = new ArrayList<>();
        FaultyFiles.disturb(what -> {
            told.add(what);
            return Fate.DONE;
        });

        Files.size(file);
        Files.exists(file);
        Files.readAllBytes(file);
        listed(file.getParent());

        assertThat(told).contains("look at .csv", "look for .csv", "open .csv", "read", "next entry");
    }

    @Test
    void failBeforeAfterAndInTheMiddle() throws IOException {
        FaultyFiles.disturb(what -> what.startsWith("open") ? Fate.REFUSED : Fate.DONE);
        assertThatThrownBy(() -> Files.readString(file)).isInstanceOf(IOException.class);

        FaultyFiles.disturb(what -> what.equals("write") ? Fate.HALF_WRITTEN : Fate.DONE);
        assertThatThrownBy(() -> Files.writeString(file, "twelve")).isInstanceOf(IOException.class);
        assertThat(Files.readString(folder.resolve("one.csv"))).isEqualTo("twe");

        FaultyFiles.disturb(what -> what.startsWith("delete") ? Fate.UNHEARD : Fate.DONE);
        assertThatThrownBy(() -> Files.delete(file)).isInstanceOf(IOException.class);
        assertThat(folder.resolve("one.csv")).doesNotExist();
    }

    @Test
    void failWhileAFolderIsRead() {
        FaultyFiles.disturb(what -> what.equals("next entry") ? Fate.REFUSED : Fate.DONE);

        assertThatThrownBy(() -> listed(file.getParent())).isInstanceOf(UncheckedIOException.class);
    }
}
