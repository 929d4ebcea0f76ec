package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.run.RouteFiles.Entry;
import dk.samblik.run.RouteFiles.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What must hold of the route files and what Camel does not check: each broken rule is one sentence that begins with the
 * rule's name. There is no list of exemptions.
 */
final class RouteRules {

    private static final Set<String> STEPS =
            Set.of("to", "bean", "split", "multicast", "recipientList", "doTry", "unmarshal", "log", "onException");
    private static final Set<String> SCHEMES = Set.of("direct", "seda", "quartz", "timer", "jdbc");
    private static final Pattern FILE = Pattern.compile("\\d\\d-([a-z-]+)\\.camel\\.yaml");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final int MOST_LINES = 60;

    private final RouteFiles files;
    private final Path mappings;
    private final List<String> broken = new ArrayList<>();

    private RouteRules(RouteFiles files, Path mappings) {
        this.files = files;
        this.mappings = mappings;
    }

    static List<String> broken(Path routes, Path mappings) throws IOException {
        RouteRules rules = new RouteRules(new RouteFiles(routes), mappings);
        rules.namesAgree();
        rules.idsAreUnique();
        rules.everythingIsDescribed();
        rules.onlyKnownSteps();
        rules.directsMeet();
        rules.referencesExist();
        rules.everyMappingHasItsRoute();
        rules.filesAreShort();
        rules.nothingIsEvaluated();
        return rules.broken;
    }

    private void namesAgree() {
        for (String file : files.lines.keySet()) {
            var name = FILE.matcher(file);
            if (!name.matches()) {
                broken.add("name: " + file + " is not NN-name.camel.yaml");
                continue;
            }
            for (Entry entry : files.entries) {
                boolean agrees = entry.id().equals(name.group(1)) || entry.id().endsWith("-" + name.group(1));
                if (entry.file().equals(file) && !agrees) {
                    broken.add("name: " + file + " holds " + entry.kind() + " '" + entry.id() + "'");
                }
            }
        }
    }

    private void idsAreUnique() {
        Set<String> seen = new HashSet<>();
        for (Entry entry : files.entries) {
            if (!seen.add(entry.id())) {
                broken.add("unique: '" + entry.id() + "' again in " + entry.file());
            }
        }
        Set<String> steps = new HashSet<>();
        for (Step step : files.steps()) {
            if (step.id().isEmpty()) {
                broken.add("id: a step '" + step.eip() + "' in " + step.entry().file() + " has none");
            } else if (!steps.add(step.id())) {
                broken.add("unique: step '" + step.id() + "' again in "
                        + step.entry().file());
            }
        }
    }

    private void everythingIsDescribed() {
        for (Entry entry : files.of("route", "routeTemplate")) {
            String text = entry.node().path("description").asText("");
            if (!text.endsWith(".") || text.length() < 20 || text.indexOf(". ") >= 0) {
                broken.add("description: " + entry.id() + " needs one sentence");
            }
        }
    }

    private void onlyKnownSteps() {
        for (Step step : files.steps()) {
            if (!STEPS.contains(step.eip())) {
                broken.add("step: '" + step.eip() + "' in " + step.entry().file());
            }
            String uri = step.eip().equals("to") ? uri(step.node()) : "direct:";
            if (!SCHEMES.contains(uri.replaceAll(":.*", ""))) {
                broken.add("scheme: " + RouteFiles.place(uri) + " in "
                        + step.entry().file());
            }
        }
        for (Entry entry : files.of("route", "routeTemplate")) {
            String scheme = entry.from().path("uri").asText().replaceAll(":.*", "");
            if (!SCHEMES.contains(scheme) || scheme.equals("jdbc")) {
                broken.add("scheme: from " + scheme + " in " + entry.file());
            }
        }
    }

    private static String uri(JsonNode to) {
        return to.isTextual() ? to.asText() : to.path("uri").asText();
    }

    private void directsMeet() {
        Map<String, Integer> consumers = new TreeMap<>();
        Set<String> senders = new HashSet<>();
        for (Entry entry : files.of("route", "routeTemplate")) {
            for (String uri : files.written(entry, entry.from().path("uri").asText())) {
                consumers.merge(RouteFiles.place(uri), 1, Integer::sum);
            }
        }
        for (Step step : files.steps()) {
            if (step.eip().equals("to")) {
                files.written(step.entry(), uri(step.node())).forEach(uri -> senders.add(RouteFiles.place(uri)));
            }
        }
        registers().forEach(register -> senders.add("direct:register-" + register));
        senders.stream()
                .filter(uri -> uri.startsWith("direct:") && consumers.getOrDefault(uri, 0) != 1)
                .forEach(uri -> broken.add("direct: " + uri + " has " + consumers.getOrDefault(uri, 0) + " consumers"));
        consumers.keySet().stream()
                .filter(uri -> uri.startsWith("direct:") && !senders.contains(uri))
                .forEach(uri -> broken.add("direct: nobody sends to " + uri));
    }

    private void referencesExist() {
        for (Entry entry : files.of("route", "routeTemplate")) {
            String configuration = entry.route().path("routeConfigurationId").asText("");
            if (!configuration.isEmpty()
                    && files.of("routeConfiguration").stream()
                            .noneMatch(known -> known.id().equals(configuration))) {
                broken.add("configuration: " + entry.id() + " names '" + configuration + "', which does not exist");
            }
        }
        files.of("templatedRoute").forEach(this::templateIsMet);
        files.of("routeTemplate").forEach(this::parametersAreUsed);
    }

    private void templateIsMet(Entry use) {
        String wanted = use.node().path("routeTemplateRef").asText();
        Entry template = files.of("routeTemplate").stream()
                .filter(known -> known.id().equals(wanted))
                .findFirst()
                .orElse(null);
        if (template == null) {
            broken.add("template: " + use.id() + " names '" + wanted + "', which does not exist");
            return;
        }
        List<String> declared = names(template.node().path("parameters"));
        names(use.node().path("parameters")).stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> broken.add("parameter: " + use.id() + " gives '" + name + "', which no one asks for"));
    }

    private void parametersAreUsed(Entry template) {
        Set<String> used = new HashSet<>();
        var matcher = PARAMETER.matcher(template.route().toString() + template.from());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        List<String> declared = names(template.node().path("parameters"));
        declared.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> broken.add("parameter: '" + name + "' of " + template.id() + " is not used"));
        used.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> broken.add("parameter: '" + name + "' of " + template.id() + " is not declared"));
    }

    private static List<String> names(JsonNode parameters) {
        List<String> names = new ArrayList<>();
        parameters.forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private void everyMappingHasItsRoute() {
        for (String register : registers()) {
            if (files.entries.stream().noneMatch(entry -> entry.id().equals("register-" + register))) {
                broken.add("register: mapping " + register + " has no route register-" + register);
            }
        }
    }

    private List<String> registers() {
        List<String> registers = new ArrayList<>(List.of("folkeregister"));
        try (Stream<Path> found = Files.list(mappings)) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .forEach(name -> registers.add(name.replace(".yaml", "")));
        } catch (IOException unreadable) {
            broken.add("register: the folder of mappings cannot be read");
        }
        return registers;
    }

    private void filesAreShort() {
        files.lines.forEach((file, lines) -> {
            long counted = lines.stream()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .count();
            if (counted > MOST_LINES) {
                broken.add("length: " + file + " has " + counted + " lines");
            }
        });
    }

    private void nothingIsEvaluated() {
        files.lines.forEach((file, lines) -> lines.stream()
                .filter(line -> line.matches(".*\\$\\{(?!body}).*"))
                .forEach(line -> broken.add("simple: only ${body} in " + file)));
        for (Step step : files.steps()) {
            if (step.node().has("script")
                    || step.node().has("groovy")
                    || step.node().has("beanType")) {
                broken.add("evaluated: " + step.id() + " in " + step.entry().file());
            }
        }
    }
}
