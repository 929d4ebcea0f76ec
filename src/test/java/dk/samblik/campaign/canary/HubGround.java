package dk.samblik.campaign.canary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder a hub of a test works in, and how it is started so that whatever it writes lies there. */
record HubGround(Path home, Map<String, String> settings) {

    HubGround {
        settings = Map.copyOf(settings);
    }

    /**
     * Makes the folders, with rules of every kind of their own: a path in one of them that is relative leads here. Other
     * routes than the hub's are taken with {@code -Dsamblik.run.routes}.
     */
    void lay() throws IOException {
        for (String folder : List.of("logs", "tmp", "tomcat", "pages", "pages-after", "answers")) {
            Files.createDirectories(home.resolve(folder));
        }
        copy(Path.of(System.getProperty("samblik.run.routes", "routes")), "routes");
        for (String rules : List.of("mappings", "programmes", "indicators")) {
            copy(Path.of(rules), rules);
        }
    }

    private void copy(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path there = home.resolve(name).resolve(folder.relativize(file));
                Files.createDirectories(there.getParent());
                Files.copy(file, there);
            }
        }
    }

    /** The command line: pages on one port, what operations may ask on another. */
    List<String> command(int port, int operationsPort) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Xlog:gc*:file=" + home.resolve("logs/gc.log"),
                "-XX:ErrorFile=" + home.resolve("logs/hs_err.log"),
                "-Djava.io.tmpdir=" + home.resolve("tmp"),
                "-cp",
                System.getProperty("java.class.path"),
                CanaryHub.class.getName(),
                "--server.port=" + port,
                "--management.server.port=" + operationsPort,
                "--server.tomcat.basedir=" + home.resolve("tomcat"),
                "--server.tomcat.accesslog.enabled=true",
                "--server.tomcat.accesslog.directory=" + home.resolve("logs")));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }
}
