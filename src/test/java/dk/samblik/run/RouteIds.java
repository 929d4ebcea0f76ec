package dk.samblik.run;

import java.nio.file.Path;
import java.util.List;

/** The ids of all routes as their files have them. */
public final class RouteIds {

    private RouteIds() {}

    public static List<String> all() {
        return new RouteFiles(Path.of("routes"))
                .of("route", "templatedRoute").stream()
                        .map(RouteFiles.Entry::id)
                        .toList();
    }
}
