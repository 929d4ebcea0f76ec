package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.run.Run;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** How one service is asked about a chunk: numbers to ids, then everything of those ids, many in one call. */
final class RestConversation {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final RegisterFile file;
    private final ServiceShape shape;
    private final RegisterSettings.Connection connection;
    private final CivilClock clock;
    private final RestCalls calls;
    private final SideBySide sideBySide;
    private final CitizenIds remembered = new CitizenIds();

    RestConversation(RegisterFile file, RegisterSettings.Connection connection, CivilClock clock, Switches switches) {
        this.file = file;
        this.shape = file.serviceShape();
        this.connection = connection;
        this.clock = clock;
        this.calls = new RestCalls(shape, connection, new Pace(connection.pace()), () -> switches.mayGoOn(file.name()));
        this.sideBySide = new SideBySide("ask-" + file.name());
    }

    void ask(Run run, List<ConsentedPerson> asked, Findings findings) throws IOException {
        Deadline deadline = Deadline.in(connection.limit());
        List<Cpr> strangers = strangers(run, asked, findings);
        sideBySide.all(strangers, shape.atOnce(), deadline, some -> search(some, findings, deadline));
        ObjectNode period = period(run, asked);
        sideBySide.all(findings.ids(), shape.atOnce(), deadline, some -> extract(some, period, findings, deadline));
    }

    /** The numbers whose ids are not known yet. A night trusts for a while that nobody was found; a refresh asks again. */
    private List<Cpr> strangers(Run run, List<ConsentedPerson> asked, Findings findings) {
        List<Cpr> strangers = new ArrayList<>();
        asked.stream().flatMap(person -> person.numbers().stream()).distinct().forEach(number -> {
            OptionalLong id = remembered.find(number);
            if (id.isPresent()) {
                findings.id(number, JSON.numberNode(id.getAsLong()));
            } else if (run.kind() == Run.Kind.REFRESH || !remembered.notFound(number, clock.now())) {
                strangers.add(number);
            }
        });
        return strangers;
    }

    private void search(List<Cpr> numbers, Findings findings, Deadline deadline)
            throws IOException, InterruptedException {
        ServiceShape.Search search = shape.search();
        ObjectNode body = JSON.objectNode();
        numbers.forEach(number -> body.withArray(search.keys()).add(number.digits()));
        search.send().forEach(body::put);
        JsonNode answer = calls.post(search.path(), body, deadline);
        Map<String, JsonNode> byKey = JsonRows.byText(answer.path(search.results()), search.key());
        synchronized (findings) {
            numbers.forEach(number -> found(number, byKey.get(number.digits()), findings));
        }
    }

    private void found(Cpr number, @Nullable JsonNode result, Findings findings) {
        ServiceShape.Search search = shape.search();
        if (result == null) {
            findings.failed(number, "NO_RESULT");
        } else if (search.knowsNobody(result)) {
            remembered.rememberNotFound(number, clock.now());
        } else if (search.hides(result)) {
            findings.hidden(number);
        } else {
            JsonNode id = JsonRows.at(result, search.id());
            if (id.isIntegralNumber()) {
                remembered.remember(number, id.longValue());
                findings.id(number, JSON.numberNode(id.longValue()));
            } else if (id.isTextual()) {
                findings.id(number, id);
            } else {
                findings.failed(number, "BAD_ANSWER");
            }
        }
    }

    private ObjectNode period(Run run, List<ConsentedPerson> asked) {
        ObjectNode period = JSON.objectNode();
        LocalDate back = asked.stream()
                .map(person -> run.night().minus(person.back(file.answersFor())))
                .min(LocalDate::compareTo)
                .orElse(run.night());
        if (shape.extract().back() != null) {
            period.put(shape.extract().back(), back.toString());
        }
        if (shape.extract().until() != null) {
            period.put(shape.extract().until(), run.night().plus(shape.ahead()).toString());
        }
        return period;
    }

    private void extract(List<JsonNode> ids, ObjectNode period, Findings findings, Deadline deadline)
            throws IOException, InterruptedException {
        ServiceShape.Extract extract = shape.extract();
        ObjectNode body = period.deepCopy();
        body.withArray(extract.ids()).addAll(ids);
        JsonNode answer = calls.post(extract.path(), body, deadline);
        Map<String, JsonNode> byId = JsonRows.byText(answer.path(extract.results()), extract.id());
        synchronized (findings) {
            ids.forEach(id -> extracted(id, byId.get(id.asText()), findings));
        }
    }

    private void extracted(JsonNode id, @Nullable JsonNode result, Findings findings) {
        ServiceShape.Extract extract = shape.extract();
        String outcome = result == null ? "" : result.path(extract.outcome()).asText();
        if (result == null) {
            findings.failed(id, "NO_RESULT");
        } else if (extract.hidden().contains(outcome)) {
            findings.hidden(id);
        } else if (extract.ok().contains(outcome) && new JsonRows(file).wellFormed(result)) {
            findings.result(id, result);
        } else if (!extract.unknown().contains(outcome)) {
            findings.failed(id, extract.ok().contains(outcome) ? "BAD_ANSWER" : "RECORD_FAILED");
        }
    }
}
