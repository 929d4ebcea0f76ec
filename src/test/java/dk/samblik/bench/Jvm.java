package dk.samblik.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A process of the benchmark: a main class of this class path in a JVM of its own, spoken to a line at a time. It answers
 * with lines that begin with {@link #MARK}; what else it prints goes to its log. It ends when nobody speaks to it any more.
 */
final class Jvm implements AutoCloseable {

    static final String MARK = "bench: ";
    private static final String GONE = "gone";

    private final Process process;
    private final PrintWriter to;
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();
    private final Path log;

    private Jvm(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.to = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
        Thread listener = new Thread(this::listen, "listen");
        listener.setDaemon(true);
        listener.start();
    }

    /** Starts it; {@code options} are the JVM's. */
    static Jvm start(Path log, List<String> options, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        Stream.of("-cp", System.getProperty("java.class.path"), main.getName()).forEach(command::add);
        command.addAll(List.of(arguments));
        try {
            return new Jvm(new ProcessBuilder(command).redirectErrorStream(true).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a process says to the one that started it. */
    static void answer(String line) {
        System.out.println(MARK + line);
        System.out.flush();
    }

    /** Says a line and waits for the answer. */
    String ask(String line) {
        to.println(line);
        return answer();
    }

    /** The next answer. */
    String answer() {
        try {
            String answer = answers.take();
            if (answer.equals(GONE)) {
                throw new IllegalStateException("a process of the benchmark ended early; see " + log);
            }
            return answer;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void listen() {
        try (BufferedReader lines =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter file = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(MARK)) {
                    answers.add(line.substring(MARK.length()));
                } else {
                    file.println(line);
                }
            }
        } catch (IOException closed) {
            // told below
        }
        answers.add(GONE);
    }

    /** Refuses to go on when the process is gone. */
    void alive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("a process of the benchmark ended early; see " + log);
        }
    }

    /** The most memory it ever had from the operating system, in bytes. */
    long peakResident() {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
                    .findFirst()
                    .orElse(0);
        } catch (IOException noSuchSystem) {
            return 0;
        }
    }

    /** The processor time it has had, in seconds. */
    double processorSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    @Override
    public void close() {
        to.close();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
