package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.run.RouteFiles.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;

/**
 * Holds one entry of a route file against the {@link RouteVocabulary}. Nothing is evaluated but {@code ${body}}, whole, where
 * a list is split.
 */
final class StepRules {

    private final Entry entry;
    private final List<String> broken = new ArrayList<>();

    private StepRules(Entry entry) {
        this.entry = entry;
    }

    /** What is wrong in this entry, a sentence each; empty when nothing is. */
    static List<String> broken(Entry entry) {
        StepRules rules = new StepRules(entry);
        if (RouteVocabulary.ENTRIES.contains(entry.kind())) {
            rules.thing(entry.kind(), entry.node());
        } else {
            rules.broken.add(entry.place() + ": '" + entry.kind() + "' is not allowed here; use one of "
                    + sorted(RouteVocabulary.ENTRIES));
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
                            || !node.path("aggregationStrategy").asText().equals(RouteVocabulary.GROUPED),
                    node,
                    "id",
                    "a recipientList needs stopOnException: true and the aggregationStrategy "
                            + RouteVocabulary.GROUPED);
        }
        node.fields().forEachRemaining(field -> part(name, node, field.getKey(), field.getValue()));
    }

    private void part(String thing, JsonNode node, String key, JsonNode value) {
        Set<String> known = RouteVocabulary.PARTS.getOrDefault(thing, Set.of());
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
        if (RouteVocabulary.STEPS.contains(name)) {
            thing(name, node);
            text(item, name, node.asText());
        } else {
            broken(item, name, "'" + name + "' is not allowed as a step; use one of " + sorted(RouteVocabulary.STEPS));
        }
    }

    private void endpoint(String name, JsonNode node) {
        String uri = uri(node);
        String scheme = uri.replaceAll(":.*", "");
        Set<String> known = sorted(RouteVocabulary.SCHEMES.keySet());
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
        Set<String> known = RouteVocabulary.SCHEMES.getOrDefault(scheme, Set.of());
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
        if (text.startsWith("#") && !text.equals(RouteVocabulary.GROUPED)) {
            broken(
                    node,
                    key,
                    "'" + text + "' is not allowed; the one object that may be made is " + RouteVocabulary.GROUPED);
        }
        Matcher filled = RouteVocabulary.FILLED.matcher(text);
        while (filled.find()) {
            if (!RouteVocabulary.PARAMETER.matcher(filled.group(1)).matches()) {
                broken(node, key, "'" + filled.group() + "' is neither a parameter nor a setting of samblik");
            }
        }
        meaning(node, key, text);
    }

    private void meaning(JsonNode node, String key, String text) {
        switch (key) {
            case "ref" ->
                refuse(
                        !RouteVocabulary.BEANS.contains(text),
                        node,
                        key,
                        "there is no bean '" + text + "' for routes; known are " + sorted(RouteVocabulary.BEANS));
            case "method" ->
                refuse(
                        !RouteVocabulary.METHOD.matcher(text).matches(),
                        node,
                        key,
                        "'" + text + "' is no method with * and parameters only");
            case "exception" ->
                refuse(
                        !RouteVocabulary.EXCEPTIONS.contains(text),
                        node,
                        key,
                        "'" + text + "' is not caught in routes; known are " + sorted(RouteVocabulary.EXCEPTIONS));
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
