package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.run.RouteFiles.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in one entry of a route file: closed lists of steps, of what stands in each, of schemes with their
 * options, and of the hub's own beans. Nothing is evaluated but {@code ${body}}, whole, where a list is split.
 */
final class StepRules {

    private static final String GROUPED = "#class:org.apache.camel.processor.aggregate.GroupedBodyAggregationStrategy";

    /** What may stand in each thing, by its name; text has no parts. */
    private static final Map<String, Set<String>> PARTS = Map.ofEntries(
            Map.entry("route", Set.of("id", "description", "routeConfigurationId", "from")),
            Map.entry("routeTemplate", Set.of("id", "description", "parameters", "route")),
            Map.entry("templatedRoute", Set.of("routeTemplateRef", "routeId", "prefixId", "parameters")),
            Map.entry("routeConfiguration", Set.of("id", "errorHandler", "onException")),
            Map.entry("errorHandler", Set.of("defaultErrorHandler")),
            Map.entry("defaultErrorHandler", Set.of("redeliveryPolicy")),
            Map.entry("parameter", Set.of("name", "required", "description", "value")),
            Map.entry("from", Set.of("uri", "parameters", "variableReceive", "steps")),
            Map.entry("to", Set.of("id", "uri", "parameters", "variableReceive")),
            Map.entry("bean", Set.of("id", "ref", "method")),
            Map.entry("method", Set.of("ref", "method")),
            Map.entry(
                    "split",
                    Set.of(
                            "id",
                            "simple",
                            "streaming",
                            "parallelProcessing",
                            "stopOnException",
                            "aggregationStrategy",
                            "steps")),
            Map.entry(
                    "recipientList",
                    Set.of(
                            "id",
                            "method",
                            "parallelProcessing",
                            "executorService",
                            "stopOnException",
                            "aggregationStrategy")),
            Map.entry("doTry", Set.of("id", "steps", "doCatch", "doFinally")),
            Map.entry("doCatch", Set.of("id", "exception", "steps")),
            Map.entry("doFinally", Set.of("id", "steps")),
            Map.entry("unmarshal", Set.of("id", "variableReceive", "csv")),
            Map.entry("csv", Set.of("delimiter")),
            Map.entry("log", Set.of("id", "message", "loggingLevel")),
            Map.entry("onException", Set.of("onException", "id", "exception", "retryWhile", "redeliveryPolicy")),
            Map.entry("retryWhile", Set.of("method")),
            Map.entry(
                    "redeliveryPolicy",
                    Set.of(
                            "redeliveryDelay",
                            "useExponentialBackOff",
                            "backOffMultiplier",
                            "maximumRedeliveryDelay",
                            "logExhausted",
                            "logExhaustedMessageBody",
                            "logExhaustedMessageHistory",
                            "logStackTrace",
                            "logRetryStackTrace",
                            "logRetryAttempted")));

    private static final Set<String> ENTRIES = Set.of("route", "routeTemplate", "templatedRoute", "routeConfiguration");
    private static final Set<String> STEPS =
            Set.of("to", "bean", "split", "recipientList", "doTry", "unmarshal", "log");

    /** The schemes there are, and the options that may be given to each. */
    private static final Map<String, Set<String>> SCHEMES = Map.of(
            "direct", Set.of(),
            "seda", Set.of("concurrentConsumers", "purgeWhenStopping", "waitForTaskToComplete"),
            "quartz", Set.of("cron", "trigger.timeZone", "deleteJob"),
            "timer", Set.of("period", "delay"),
            "jdbc", Set.of("useHeadersAsParameters", "resetAutoCommit", "statement.fetchSize", "readSize"));

    private static final Set<String> BEANS = Set.of(
            "nightly",
            "runs",
            "unattributed",
            "sweep",
            "population",
            "consentGate",
            "registers",
            "openCases",
            "outages",
            "keepLastGood",
            "jdbcQuestions",
            "deliveries",
            "restAsk",
            "mapper",
            "populationFacts",
            "publish",
            "noting",
            "digest",
            "effectRound");

    private static final Set<String> EXCEPTIONS = Set.of(
            "java.lang.Exception",
            "java.sql.SQLException",
            "java.io.IOException",
            "dk.samblik.register.RegisterUnavailable");

    private static final Pattern METHOD = Pattern.compile("[a-zA-Z]+(\\(((\\*|'\\{\\{[a-z-]+}}')(, )?)*\\))?");
    private static final Pattern FILLED = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern PARAMETER = Pattern.compile("[a-z-]+|samblik\\.[a-z.-]+");

    private final Entry entry;
    private final List<String> broken = new ArrayList<>();

    private StepRules(Entry entry) {
        this.entry = entry;
    }

    /** What is wrong in this entry, a sentence each; empty when nothing is. */
    static List<String> broken(Entry entry) {
        StepRules rules = new StepRules(entry);
        if (ENTRIES.contains(entry.kind())) {
            rules.thing(entry.kind(), entry.node());
        } else {
            rules.broken.add(
                    entry.place() + ": '" + entry.kind() + "' is not allowed here; use one of " + sorted(ENTRIES));
        }
        return rules.broken;
    }

    /** The endpoint of a {@code to}, in either form it is written. */
    static String uri(JsonNode to) {
        return to.isTextual() ? to.asText() : to.path("uri").asText();
    }

    private static TreeSet<String> sorted(Set<String> known) {
        return new TreeSet<>(known);
    }

    private void broken(JsonNode node, String key, String sentence) {
        broken.add(entry.yaml().at(node, key) + ": " + sentence);
    }

    private void thing(String name, JsonNode node) {
        if (name.equals("from") || name.equals("to")) {
            endpoint(name, node);
        }
        if (name.equals("recipientList")) {
            refuse(
                    !node.path("stopOnException").asText().equals("true")
                            || !node.path("aggregationStrategy").asText().equals(GROUPED),
                    node,
                    "id",
                    "a recipientList needs stopOnException: true and the aggregationStrategy " + GROUPED);
        }
        node.fields().forEachRemaining(field -> part(name, node, field.getKey(), field.getValue()));
    }

    private void part(String thing, JsonNode node, String key, JsonNode value) {
        Set<String> known = PARTS.getOrDefault(thing, Set.of());
        if (!known.contains(key)) {
            broken(node, key, "'" + key + "' is not allowed in " + thing + "; it knows " + sorted(known));
        } else if (key.equals("steps")) {
            value.forEach(item -> item.fields().forEachRemaining(step -> step(item, step.getKey(), step.getValue())));
        } else if (key.equals("parameters")) {
            parameters(node, value);
        } else if (value.isArray() && !key.equals("exception")) {
            value.forEach(item -> thing(key, item));
        } else if (value.isObject()) {
            thing(key, value);
        } else {
            (value.isArray() ? value : List.of(value)).forEach(text -> text(node, key, text.asText()));
        }
    }

    private void step(JsonNode item, String name, JsonNode node) {
        if (STEPS.contains(name)) {
            thing(name, node);
            text(item, name, node.asText());
        } else {
            broken(item, name, "'" + name + "' is not allowed as a step; use one of " + sorted(STEPS));
        }
    }

    private void endpoint(String name, JsonNode node) {
        String uri = uri(node);
        String scheme = uri.replaceAll(":.*", "");
        Set<String> known = sorted(SCHEMES.keySet());
        if (name.equals("from")) {
            known.remove("jdbc");
        }
        if (!known.contains(scheme)) {
            broken(node, "uri", "'" + scheme + ":' is not allowed in " + name + "; use one of " + known);
            return;
        }
        if (scheme.equals("jdbc") && !uri.equals("jdbc:register-{{register}}")) {
            broken(node, "uri", "only a register's own connection is asked; write jdbc:register-{{register}}");
        }
        for (String option : uri.contains("?") ? uri.replaceFirst(".*\\?", "").split("&") : new String[0]) {
            option(scheme, node, "uri", option.replaceAll("=.*", ""));
        }
    }

    private void option(String scheme, JsonNode node, String key, String option) {
        Set<String> known = SCHEMES.getOrDefault(scheme, Set.of());
        if (!known.contains(option)) {
            broken(
                    node,
                    key,
                    "the option '" + option + "' is not allowed for " + scheme + ":; it knows " + sorted(known));
        }
    }

    private void parameters(JsonNode node, JsonNode parameters) {
        if (parameters.isArray()) {
            parameters.forEach(each -> thing("parameter", each));
            return;
        }
        String scheme = uri(node).replaceAll(":.*", "");
        parameters.fields().forEachRemaining(field -> {
            option(scheme, parameters, field.getKey(), field.getKey());
            text(parameters, field.getKey(), field.getValue().asText());
        });
    }

    private void text(JsonNode node, String key, String text) {
        if ((text.contains("${") || text.contains("$simple{")) && !(key.equals("simple") && text.equals("${body}"))) {
            broken(node, key, "nothing is evaluated in a route but ${body} where a list is split; let a bean say it");
        }
        if (text.startsWith("#") && !text.equals(GROUPED)) {
            broken(node, key, "'" + text + "' is not allowed; the one object that may be made is " + GROUPED);
        }
        Matcher filled = FILLED.matcher(text);
        while (filled.find()) {
            if (!PARAMETER.matcher(filled.group(1)).matches()) {
                broken(node, key, "'" + filled.group() + "' is neither a parameter nor a setting of samblik");
            }
        }
        meaning(node, key, text);
    }

    private void meaning(JsonNode node, String key, String text) {
        switch (key) {
            case "ref" ->
                refuse(
                        !BEANS.contains(text),
                        node,
                        key,
                        "there is no bean '" + text + "' for routes; known are " + sorted(BEANS));
            case "method" ->
                refuse(
                        !METHOD.matcher(text).matches(),
                        node,
                        key,
                        "'" + text + "' is no method with * and parameters only");
            case "exception" ->
                refuse(
                        !EXCEPTIONS.contains(text),
                        node,
                        key,
                        "'" + text + "' is not caught in routes; known are " + sorted(EXCEPTIONS));
            case "cron" ->
                refuse(
                        !text.startsWith("{{samblik."),
                        node,
                        key,
                        "a cron is a setting of samblik, which is checked for the change of the clock");
            case "trigger.timeZone" ->
                refuse(!text.equals("Europe/Copenhagen"), node, key, "the time zone is Europe/Copenhagen");
            default ->
                refuse(
                        key.startsWith("log")
                                && key.length() > "log".length()
                                && !key.equals("loggingLevel")
                                && !text.equals("false"),
                        node,
                        key,
                        "must be false: Camel's own log holds bodies and messages of exceptions");
        }
    }

    private void refuse(boolean wrong, JsonNode node, String key, String sentence) {
        if (wrong) {
            broken(node, key, sentence);
        }
    }
}
