package dk.samblik.storage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The server process a data folder's {@code postmaster.pid} speaks of. After a crash the file may name a process that is
 * gone, one that is dead but not yet reaped, or a stranger who got its number; only a living server of this folder counts.
 */
record Postmaster(Path data) {

    private static final Path PROCESSES = Path.of("/proc");

    /** Whether a server of this data folder lives. */
    boolean lives() throws IOException {
        if (!Files.exists(pidFile())) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile());
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            return false;
        }
        return Files.isDirectory(PROCESSES)
                ? livesByProc(lines.get(0).strip())
                : livesByHandle(lines.get(0).strip());
    }

    private boolean livesByProc(String pid) {
        Path process = PROCESSES.resolve(pid);
        try {
            String command = Files.readString(process.resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return command.contains(data.toAbsolutePath().toString()) && !zombie(process);
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean zombie(Path process) throws IOException {
        String stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'Z';
    }

    private static boolean livesByHandle(String pid) {
        return ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
    }

    /** Takes away a pid file that no living server stands behind, so that a new one may start. */
    void forget() throws IOException {
        Files.deleteIfExists(pidFile());
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }
}
