package dk.samblik.register;

import dk.samblik.consent.Chunk;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.run.Switches;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.camel.Body;
import org.apache.camel.Headers;
import org.apache.camel.Variable;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a register in a database is asked: one query a record kind for everybody in the chunk, set-based. What it answers
 * becomes rows with only the columns that the mapping names, about only the people asked about.
 */
@Component
public class JdbcQuestions {

    /** Where camel-jdbc looks for the values of named parameters. */
    private static final String PARAMETERS = "CamelJdbcParameters";

    /** As many rows as camel-jdbc is told to read at most; an answer that long is not one about a chunk. */
    private static final int MOST_ROWS = 100_000;

    private final Registers registers;
    private final CivilClock clock;
    private final Switches switches;

    JdbcQuestions(Registers registers, CivilClock clock, Switches switches) {
        this.registers = registers;
        this.clock = clock;
        this.switches = switches;
    }

    /** The queries about the people of the chunk; none where nobody may be asked about. */
    public List<JdbcQuestion> questions(@Variable("chunk") Chunk chunk, String register) {
        RegisterFile file = registers.named(register);
        List<ConsentedPerson> asked = chunk.personsFor(file.answersFor());
        if (asked.isEmpty()) {
            return List.of();
        }
        Map<String, Object> parameters = parameters(chunk, file, asked);
        return file.tables().stream()
                .map(table -> new JdbcQuestion(register, table, parameters))
                .toList();
    }

    private static Map<String, Object> parameters(Chunk chunk, RegisterFile file, List<ConsentedPerson> asked) {
        LocalDate night = chunk.run().night();
        LocalDate back = asked.stream()
                .map(person -> night.minus(person.back(file.answersFor())))
                .min(LocalDate::compareTo)
                .orElse(night);
        String[] members = asked.stream()
                .flatMap(person -> person.numbers().stream())
                .map(Cpr::digits)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        return Map.of("members", members, "night", night, "back", back);
    }

    /**
     * Lays the values of a query where camel-jdbc takes them; the body stays the query. Throws RegisterUnavailable where
     * somebody has stopped the register since the last one.
     */
    public void bind(@Body JdbcQuestion question, @Headers Map<String, Object> headers) {
        if (!switches.mayGoOn(question.register())) {
            throw new RegisterUnavailable(question.register(), Switches.SWITCHED_OFF);
        }
        headers.put(PARAMETERS, question.parameters());
    }

    /** What one query answered. */
    public List<Row> rows(@Body JdbcQuestion question, @Variable("rows") List<Map<String, Object>> answered) {
        if (answered.size() >= MOST_ROWS) {
            throw new RegisterUnavailable(question.register(), "TOO_MANY_ROWS");
        }
        Set<String> asked = Set.of((String[]) question.parameters().getOrDefault("members", new String[0]));
        Map<String, Long> ordinals = new HashMap<>();
        List<Row> rows = new ArrayList<>(answered.size());
        for (Map<String, Object> each : answered) {
            if (each.values().stream().anyMatch(JdbcQuestions::undecodable)) {
                throw new RegisterUnavailable(question.register(), "BAD_BYTE");
            }
            String person = member(question, each, asked);
            rows.add(JdbcRow.of(question.table(), ordinals.merge(person, 1L, Long::sum), each));
        }
        return rows;
    }

    /** The driver puts this character where the bytes are not text; as in a delivered file, nothing of it is used. */
    private static boolean undecodable(@Nullable Object value) {
        return value instanceof String text && text.indexOf('\uFFFD') >= 0;
    }

    /** Whom a row is about; a query that answers about somebody nobody asked about is wrong and nothing of it is used. */
    private static String member(JdbcQuestion question, Map<String, Object> row, Set<String> asked) {
        for (String column : question.table().members()) {
            String number =
                    Cpr.read(String.valueOf(row.get(column))).map(Cpr::digits).orElse("");
            if (asked.contains(number)) {
                return number;
            }
        }
        throw new RegisterUnavailable(question.register(), "WRONG_PERSON");
    }

    /** All that the register answered about the chunk. */
    public Reading reading(@Body List<List<Row>> answers, @Variable("chunk") Chunk chunk, String register) {
        List<Row> rows = answers.stream().flatMap(List::stream).toList();
        return new Reading(register, chunk, clock.now(), rows, Set.of(), Map.of());
    }
}
