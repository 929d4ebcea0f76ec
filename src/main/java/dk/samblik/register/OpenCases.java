package dk.samblik.register;

import dk.samblik.access.Grant;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.Department;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Headers;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.Variable;
import org.springframework.stereotype.Component;

/**
 * The one question that may be asked about people without a consent: who of them has an open case (trust reference, T22;
 * docs/decisions/the-draw-asks-for-a-flag.md). A register answers with numbers of those asked about and nothing else.
 */
@Component
public class OpenCases {

    private static final String DOOR = "direct:draw";
    private static final String PARAMETERS = "CamelJdbcParameters";
    private static final int MOST_ROWS = 2_000_000;

    private final Registers registers;
    private final Deliveries deliveries;
    private final RestFlags services;
    private final Switches switches;
    private final CivilClock clock;
    private final ProducerTemplate line;

    OpenCases(
            Registers registers,
            Deliveries deliveries,
            RestFlags services,
            Switches switches,
            CivilClock clock,
            ProducerTemplate line) {
        this.registers = registers;
        this.deliveries = deliveries;
        this.services = services;
        this.switches = switches;
        this.clock = clock;
        this.line = line;
    }

    /** The departments that can answer: those of the registers whose mapping says how. */
    public Set<Department> departments() {
        return registers.all().stream()
                .filter(register -> register.openCase() != null)
                .map(RegisterFile::answersFor)
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Asks the registers of these departments about these people, against a look that is in the access log. Throws {@link
     * RegisterUnavailable} where one does not answer, or the answer is wanted no longer: an answer that is missing is not
     * "no case".
     */
    public List<Flags> ask(Grant look, Set<Department> departments, Collection<Cpr> people, Heard heard) {
        if (look.seq() <= 0) {
            throw new IllegalArgumentException("nobody is asked about before the log says so");
        }
        FlagQuestion question = new FlagQuestion(departments, Set.copyOf(people), heard);
        if (people.isEmpty() || doors(question).isEmpty()) {
            return List.of();
        }
        try {
            Object answers = line.requestBody(DOOR, question);
            return ((List<?>) answers).stream().map(Flags.class::cast).toList();
        } catch (CamelExecutionException failed) {
            throw unavailable(failed);
        }
    }

    /** Camel says of each step that it failed; what counts is the register that did not answer, innermost of all. */
    private static RegisterUnavailable unavailable(Throwable failed) {
        Throwable cause = failed;
        while (cause.getCause() != null && !(cause instanceof RegisterUnavailable)) {
            cause = cause.getCause();
        }
        return cause instanceof RegisterUnavailable known ? known : new RegisterUnavailable("draw", Reasons.of(cause));
    }

    /** Where a question knocks: one route a register that answers for one of its departments. */
    public List<String> doors(@Body FlagQuestion question) {
        return registers.all().stream()
                .filter(register -> register.openCase() != null)
                .filter(register -> question.departments().contains(register.answersFor()))
                .map(register -> "direct:flag-" + register.name())
                .toList();
    }

    /** The question to a database, its values laid where camel-jdbc takes them: the select of the mapping, for all at once. */
    public String query(
            @Variable("asked") FlagQuestion question, @Headers Map<String, Object> headers, String register) {
        mayAsk(register);
        String[] members = question.people().stream().map(Cpr::digits).sorted().toArray(String[]::new);
        headers.put(PARAMETERS, Map.of("members", members));
        return String.valueOf(shape(register).query());
    }

    /** What the database answered: one column, the numbers. */
    public Flags flags(
            @Variable("asked") FlagQuestion question,
            @Variable("rows") List<Map<String, Object>> rows,
            String register) {
        if (rows.size() >= MOST_ROWS) {
            throw new RegisterUnavailable(register, "TOO_MANY_ROWS");
        }
        Set<Cpr> open = new HashSet<>();
        for (Map<String, Object> row : rows) {
            Cpr.read(String.valueOf(row.get(shape(register).member()))).ifPresent(open::add);
        }
        return answer(register, clock.now(), question, open, 0);
    }

    /** The flags out of a delivery in use, read in place. */
    public Flags delivered(@Body FlagQuestion question, String register) {
        mayAsk(register);
        OpenInDelivery found = deliveries.open(question.people(), register);
        return answer(register, found.asOf(), question, found.open(), 0);
    }

    /** The flags that a service gives, by its narrowest calls. */
    public Flags called(@Body FlagQuestion question, String register) throws IOException {
        mayAsk(register);
        RestFlags.Found found = services.ask(registers.named(register), question.people(), question.heard());
        return answer(register, clock.now(), question, found.open(), found.unread());
    }

    /** Nothing is let through about somebody who was not asked about. */
    private Flags answer(String register, Instant asOf, FlagQuestion question, Set<Cpr> open, int unread) {
        RegisterFile file = registers.named(register);
        Set<Cpr> asked = new HashSet<>(open);
        asked.retainAll(question.people());
        boolean stale = asOf.plus(file.staleAfter()).isBefore(clock.now());
        return new Flags(register, file.title(), file.answersFor(), asOf, stale, asked, unread);
    }

    private void mayAsk(String register) {
        if (!switches.mayAsk(register) || switches.isOff("flag-" + register) || switches.isOff("draw")) {
            throw new RegisterUnavailable(register, Switches.SWITCHED_OFF);
        }
    }

    private OpenCaseShape shape(String register) {
        OpenCaseShape shape = registers.named(register).openCase();
        if (shape == null) {
            throw new IllegalStateException("the mapping of " + register + " has no open-case");
        }
        return shape;
    }
}
