package dk.samblik.run;

import com.fasterxml.jackson.databind.JsonNode;
import dk.samblik.run.RouteFiles.Entry;
import dk.samblik.run.RouteFiles.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What must hold of the folder of routes and what Camel does not check: each broken rule is one sentence that begins with
 * file and line. The hub does not start before there is none. There is no list of exemptions.
 */
public final class RouteRules {

    private static final Pattern FILE = Pattern.compile("\\d\\d-([a-z-]+)\\.camel\\.yaml");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\{([a-z-]+)}}");
    private static final int MOST_LINES = 60;

    /** Where the hub knocks itself when somebody counts or locks a draw. */
    private static final String DOOR_OF_THE_DRAW = "direct:draw";

    private final RouteFiles files;
    private final Path mappings;
    private final List<String> broken = new ArrayList<>();

    private RouteRules(RouteFiles files, Path mappings) {
        this.files = files;
        this.mappings = mappings;
    }

    /** Every broken rule of the files in {@code routes}, held to the registers of {@code mappings}; empty when all hold. */
    public static List<String> broken(Path routes, Path mappings) {
        RouteRules rules = new RouteRules(new RouteFiles(routes), mappings);
        rules.broken.addAll(rules.files.unreadable);
        rules.namesAgree();
        rules.idsAreUnique();
        rules.everythingIsDescribed();
        rules.files.entries.forEach(entry -> rules.broken.addAll(StepRules.broken(entry)));
        rules.directsMeet();
        rules.referencesExist();
        rules.everyMappingHasItsRoute(routes);
        rules.filesAreShort();
        return rules.broken;
    }

    private void broken(String place, String sentence) {
        broken.add(place + ": " + sentence);
    }

    private void namesAgree() {
        for (Path path : files.lines.keySet()) {
            String file = path.getFileName().toString();
            var name = FILE.matcher(file);
            if (!name.matches()) {
                broken(path + ":1", "the file's name must be NN-name.camel.yaml");
                continue;
            }
            for (Entry entry : files.entries) {
                boolean agrees = entry.id().equals(name.group(1)) || entry.id().endsWith("-" + name.group(1));
                if (entry.file().equals(file) && !agrees) {
                    broken(entry.place(), "the id '" + entry.id() + "' must end as the file's name, " + name.group(1));
                }
            }
        }
    }

    private void idsAreUnique() {
        Map<String, String> seen = new HashMap<>();
        for (Entry entry : files.entries) {
            twice(seen.putIfAbsent(entry.id(), entry.place()), entry.place(), "the id '" + entry.id() + "'");
        }
        Map<String, String> steps = new HashMap<>();
        for (Step step : files.steps()) {
            if (step.id().isEmpty()) {
                broken(step.place(), "the step '" + step.eip() + "' has no id; give it one");
            } else {
                twice(steps.putIfAbsent(step.id(), step.place()), step.place(), "the step '" + step.id() + "'");
            }
        }
    }

    private void twice(@Nullable String before, String place, String what) {
        if (before != null) {
            broken(place, what + " stands at " + before + " already");
        }
    }

    private void everythingIsDescribed() {
        for (Entry entry : files.of("route", "routeTemplate")) {
            String text = entry.node().path("description").asText("");
            if (!text.endsWith(".") || text.length() < 20 || text.indexOf(". ") >= 0) {
                broken(entry.place(), "'" + entry.id() + "' needs a description of one sentence");
            }
        }
    }

    private void directsMeet() {
        Map<String, Integer> consumers = new TreeMap<>();
        Map<String, String> places = new HashMap<>();
        for (Entry entry : files.of("route", "routeTemplate")) {
            for (String uri : files.written(entry, entry.from().path("uri").asText())) {
                consumers.merge(RouteFiles.place(uri), 1, Integer::sum);
                places.put(RouteFiles.place(uri), entry.place());
            }
        }
        Set<String> senders = new HashSet<>();
        registers()
                .forEach(register -> senders.addAll(List.of("direct:register-" + register, "direct:flag-" + register)));
        senders.add(DOOR_OF_THE_DRAW);
        for (Step step : files.steps()) {
            for (String uri : step.eip().equals("to")
                    ? files.written(step.entry(), StepRules.uri(step.node()))
                    : List.<String>of()) {
                String target = RouteFiles.place(uri);
                int found = consumers.getOrDefault(target, 0);
                if (target.startsWith("direct:") && found != 1) {
                    broken(step.place(), target + " is read by " + found + " routes; it must be one");
                }
                senders.add(target);
            }
        }
        consumers.keySet().stream()
                .filter(uri -> uri.startsWith("direct:") && !senders.contains(uri))
                .forEach(uri -> broken(places.getOrDefault(uri, ""), "nobody sends to " + uri));
    }

    private void referencesExist() {
        for (Entry entry : files.of("route", "routeTemplate")) {
            String wanted = entry.route().path("routeConfigurationId").asText("");
            if (!wanted.isEmpty() && files.find("routeConfiguration", wanted).isEmpty()) {
                broken(
                        entry.yaml().at(entry.route(), "routeConfigurationId"),
                        "there is no route configuration '" + wanted + "'");
            }
        }
        files.of("templatedRoute").forEach(this::templateIsMet);
        files.of("routeTemplate").forEach(this::parametersAreUsed);
    }

    private void templateIsMet(Entry use) {
        String wanted = use.node().path("routeTemplateRef").asText();
        files.find("routeTemplate", wanted)
                .ifPresentOrElse(
                        template -> parametersAreKnown(use, template),
                        () -> broken(
                                use.yaml().at(use.node(), "routeTemplateRef"),
                                "there is no route template '" + wanted + "'"));
    }

    private void parametersAreKnown(Entry use, Entry template) {
        Set<String> declared = names(template.node().path("parameters"));
        Set<String> given = names(use.node().path("parameters"));
        given.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> broken(use.place(), "the template does not ask for '" + name + "'"));
        declared.stream()
                .filter(name -> !given.contains(name))
                .forEach(name -> broken(use.place(), "the template asks for '" + name + "'"));
    }

    private void parametersAreUsed(Entry template) {
        Set<String> used = new HashSet<>();
        var matcher = PARAMETER.matcher(template.route().toString());
        while (matcher.find()) {
            used.add(matcher.group(1));
        }
        Set<String> declared = names(template.node().path("parameters"));
        declared.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> broken(template.place(), "the parameter '" + name + "' is not used"));
        used.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> broken(template.place(), "the parameter '" + name + "' is not declared"));
    }

    private static Set<String> names(JsonNode parameters) {
        Set<String> names = new HashSet<>();
        parameters.forEach(parameter -> names.add(parameter.path("name").asText()));
        return names;
    }

    private void everyMappingHasItsRoute(Path routes) {
        for (String register : registers()) {
            if (files.entries.stream().noneMatch(entry -> entry.id().equals("register-" + register))) {
                broken(routes + ":1", "no file has the route register-" + register + ", which the mappings ask for");
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
            // The rules of the mappings say so themselves.
            return registers;
        }
        return registers;
    }

    private void filesAreShort() {
        files.lines.forEach((file, lines) -> {
            long counted = lines.stream()
                    .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                    .count();
            if (counted > MOST_LINES) {
                broken(file + ":1", counted + " lines; " + MOST_LINES + " are the most, so divide it");
            }
        });
    }
}
