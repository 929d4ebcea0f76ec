package dk.samblik.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dk.samblik.household.Cpr;
import dk.samblik.run.Switches;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks a service who has an open case: numbers to ids, many in one call, then the list of cases of each id that is known
 * there. The service says more of a case than whether it is open; that stays in the answer, which is dropped at once.
 */
@Component
class RestFlags {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** As often the register's time for one chunk, since a draw asks about a whole area. */
    private static final int CHUNKS = 40;

    private static final int MOST_UNREAD = 5;
    private static final int MOST_UNREAD_OF = 20;

    private final RegisterSettings settings;
    private final Switches switches;

    RestFlags(RegisterSettings settings, Switches switches) {
        this.settings = settings;
        this.switches = switches;
    }

    /** The numbers with an open case, and of how many others the service did not say whether they have one. */
    record Found(Set<Cpr> open, int unread) {}

    Found ask(RegisterFile file, Collection<Cpr> people, Heard heard) throws IOException {
        RegisterSettings.Connection connection = settings.of(file.name());
        Question question = new Question(
                file,
                new RestCalls(
                        file.serviceShape(),
                        connection,
                        new Pace(connection.pace()),
                        () -> heard.wanted() && switches.mayGoOn(file.name())),
                Deadline.in(connection.limit().multipliedBy(CHUNKS)),
                heard);
        try {
            return question.answer(List.copyOf(people));
        } catch (NotAnswered stopped) {
            if (heard.wanted()) {
                throw stopped;
            }
            // Of a kind that is not asked again
            throw new RegisterUnavailable(file.name(), "STOPPED");
        }
    }

    /** One question about one set of people. */
    private static final class Question {
        private final RegisterFile file;
        private final OpenCaseShape shape;
        private final RestCalls calls;
        private final Deadline deadline;
        private final Heard heard;
        private final Map<Cpr, String> ids = new HashMap<>();
        private final Set<Cpr> open = new HashSet<>();
        private int hidden;
        private int unread;
        private int asked;

        Question(RegisterFile file, RestCalls calls, Deadline deadline, Heard heard) {
            this.file = file;
            this.shape = Objects.requireNonNull(file.openCase());
            this.calls = calls;
            this.deadline = deadline;
            this.heard = heard;
        }

        Found answer(List<Cpr> people) throws IOException {
            try (SideBySide sideBySide = new SideBySide("draw-" + file.name())) {
                sideBySide.all(people, file.serviceShape().atOnce(), deadline, this::search);
                sideBySide.all(new ArrayList<>(ids.entrySet()), 1, deadline, each -> cases(each.get(0)));
            }
            return new Found(open, unread + hidden);
        }

        private void search(List<Cpr> some) throws IOException, InterruptedException {
            ServiceShape.Search search = file.serviceShape().search();
            ObjectNode body = JSON.objectNode();
            some.forEach(number -> body.withArray(search.keys()).add(number.digits()));
            search.send().forEach(body::put);
            JsonNode answer = calls.post(search.path(), body, deadline);
            Map<String, JsonNode> byKey = JsonRows.byText(answer.path(search.results()), search.key());
            synchronized (this) {
                for (Cpr number : some) {
                    found(number, byKey.get(number.digits()), search);
                }
            }
        }

        private void found(Cpr number, @Nullable JsonNode result, ServiceShape.Search search) throws NotAnswered {
            String id = result == null ? "" : JsonRows.at(result, search.id()).asText("");
            if (result != null && search.hides(result)) {
                hidden++;
            } else if (!id.isEmpty()) {
                ids.put(number, id);
            } else if (result == null || !search.knowsNobody(result)) {
                failed(new NotAnswered("BAD_ANSWER"));
            }
        }

        private void cases(Map.Entry<Cpr, String> known) throws IOException, InterruptedException {
            flag(known);
            synchronized (this) {
                asked++;
                heard.asked(file.name(), asked, ids.size());
            }
        }

        /** Somebody whose record cannot be read has no flag. */
        private void flag(Map.Entry<Cpr, String> known) throws IOException, InterruptedException {
            try {
                boolean found = anyOpen(known.getValue());
                synchronized (this) {
                    if (found) {
                        open.add(known.getKey());
                    }
                }
            } catch (NotAnswered notThisOne) {
                failed(notThisOne);
            }
        }

        /** Too many of them is no answer. */
        private synchronized void failed(NotAnswered notThisOne) throws NotAnswered {
            unread++;
            if (!heard.wanted() || unread > Math.max(MOST_UNREAD, ids.size() / MOST_UNREAD_OF)) {
                throw notThisOne;
            }
        }

        private boolean anyOpen(String id) throws IOException, InterruptedException {
            for (int page = 1; ; page++) {
                String path = shape.from().replace("{id}", id).replace("{page}", Integer.toString(page));
                JsonNode answer = calls.get(path, deadline);
                JsonNode items = answer.path(shape.items());
                if (!items.isArray() && !items.isNull()) {
                    throw new NotAnswered("BAD_ANSWER");
                }
                for (JsonNode item : items) {
                    if (counts(item)) {
                        return true;
                    }
                }
                if (page >= answer.path(shape.pages()).size()) {
                    return false;
                }
            }
        }

        private boolean counts(JsonNode item) {
            return shape.unless().keySet().stream()
                    .noneMatch(column ->
                            shape.rulesOut(column, JsonRows.at(item, column).asText("")));
        }
    }
}
