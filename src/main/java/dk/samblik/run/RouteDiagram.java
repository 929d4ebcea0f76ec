package dk.samblik.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The line as a picture: which route sends to which, as text that Mermaid draws. */
public final class RouteDiagram {

    private RouteDiagram() {}

    /** The picture of these route files; a folder that breaks the rules gives what can be read of it. */
    public static String mermaid(Path routes) {
        RouteFiles files = new RouteFiles(routes);
        Map<String, String> readers = new LinkedHashMap<>();
        for (RouteFiles.Entry entry : files.of("route", "routeTemplate")) {
            files.written(entry, entry.from().path("uri").asText())
                    .forEach(uri -> readers.put(
                            RouteFiles.place(uri), RouteFiles.place(uri).replaceFirst("^direct:", "")));
            if (entry.kind().equals("route")) {
                readers.put(RouteFiles.place(entry.from().path("uri").asText()), entry.id());
            }
        }
        Set<String> arrows = new LinkedHashSet<>();
        for (RouteFiles.Step step : files.steps()) {
            if (step.eip().equals("to") && step.entry().kind().equals("route")) {
                String target = readers.get(RouteFiles.place(StepRules.uri(step.node())));
                if (target != null) {
                    arrows.add("  " + step.entry().id() + " --> " + target);
                }
            }
        }
        files.of("templatedRoute").forEach(use -> arrows.add(arrow(use)));
        return "flowchart TD\n" + String.join("\n", arrows);
    }

    /** A register is asked by gather; how it is asked hangs below it. */
    private static String arrow(RouteFiles.Entry use) {
        String template = use.node().path("routeTemplateRef").asText();
        return template.equals("register")
                ? "  gather --> " + use.id()
                : "  " + use.id().replaceFirst("^ask-", "register-") + " -- " + template + " --> " + use.id();
    }
}
