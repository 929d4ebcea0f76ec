package dk.samblik.demo.bu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The owner's statement log: which CPR numbers the reader has asked for. Reads PostgreSQL's server log, where a bound
 * parameter stands in the DETAIL of its statement.
 */
public final class StatementLog {

    private static final Pattern NUMBER = Pattern.compile("(?<![\\dA-Za-z-])(\\d{6})-?(99\\d{2})(?![\\dA-Za-z])");

    private final Path file;
    private long from;

    private StatementLog(Path file, long from) {
        this.file = file;
        this.from = from;
    }

    /** Listens from now on. */
    public static StatementLog of(Path serverLog) throws IOException {
        return new StatementLog(serverLog, Files.exists(serverLog) ? Files.size(serverLog) : 0);
    }

    /** The numbers in the log since it was opened or forgotten, without hyphens. */
    public Set<String> askedNumbers() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        String text = new String(bytes, (int) from, (int) (bytes.length - from), StandardCharsets.UTF_8);
        Set<String> numbers = new TreeSet<>();
        Matcher matcher = NUMBER.matcher(text);
        while (matcher.find()) {
            numbers.add(matcher.group(1) + matcher.group(2));
        }
        return numbers;
    }

    /** Starts anew from the end of the log. */
    public void forget() throws IOException {
        from = Files.size(file);
    }
}
