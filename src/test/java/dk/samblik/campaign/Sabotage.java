package dk.samblik.campaign;

import dk.samblik.Samblik;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.springframework.util.FileSystemUtils;

/**
 * One deliberate fault of one line, kept as a patch with the name of the test that must catch it. Applied to a copy under
 * {@code target/}, never to the source.
 */
record Sabotage(String name, Path patch, String words, String caughtBy, boolean quick, List<String> properties) {

    private static final Path FOLDER = Path.of("src", "test", "sabotage");
    private static final Path BUILT = Path.of("target", "sabotage").toAbsolutePath();
    private static final Path JAVA = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    /** One for all, since it remembers what lies in a hundred jars. */
    private static final StandardJavaFileManager FILES = COMPILER.getStandardFileManager(null, null, null);

    /** Every patch there is. */
    static List<Sabotage> all() throws IOException {
        List<Sabotage> all = new ArrayList<>();
        try (Stream<Path> patches = Files.list(FOLDER)) {
            for (Path patch : patches.sorted().toList()) {
                all.add(read(patch));
            }
        }
        return all;
    }

    private static Sabotage read(Path patch) throws IOException {
        List<String> lines = Files.readAllLines(patch);
        return new Sabotage(
                patch.getFileName().toString().replace(".patch", ""),
                patch.toAbsolutePath(),
                headers(lines, "Sabotage").get(0),
                headers(lines, "Caught-by").get(0),
                headers(lines, "Tier").contains("quick"),
                headers(lines, "Property"));
    }

    private static List<String> headers(List<String> lines, String key) {
        return lines.stream()
                .takeWhile(line -> !line.startsWith("diff "))
                .filter(line -> line.startsWith(key + ": "))
                .map(line -> line.substring(key.length() + 2))
                .toList();
    }

    /** The source files that it changes. */
    List<Path> touched() throws IOException {
        return Files.readAllLines(patch).stream()
                .filter(line -> line.startsWith("+++ b/"))
                .map(line -> Path.of(line.substring("+++ b/".length())))
                .toList();
    }

    /** How many lines it takes away or adds, the larger of the two. */
    long changedLines() throws IOException {
        List<String> lines = Files.readAllLines(patch);
        long taken = lines.stream().filter(line -> line.matches("-[^-].*|-")).count();
        long added =
                lines.stream().filter(line -> line.matches("\\+[^+].*|\\+")).count();
        return Math.max(taken, added);
    }

    /** The hub's classes with the fault in them, compiled anew where it is in Java. */
    Path build() throws IOException, InterruptedException {
        Path tree = BUILT.resolve(name).resolve("tree");
        Path classes = BUILT.resolve(name).resolve("classes");
        FileSystemUtils.deleteRecursively(BUILT.resolve(name));
        for (Path file : touched()) {
            Files.createDirectories(tree.resolve(file).getParent());
            Files.copy(file, tree.resolve(file));
        }
        apply(tree);
        Files.createDirectories(classes);
        for (Path file : touched()) {
            if (file.startsWith(JAVA)) {
                compile(tree.resolve(file), classes);
            } else {
                // Not beside the sound one, as classes are: a migration that is there twice is refused
                FileSystemUtils.copyRecursively(sound(), classes);
                Files.copy(
                        tree.resolve(file),
                        classes.resolve(RESOURCES.relativize(file).toString()),
                        StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return classes;
    }

    private void apply(Path tree) throws IOException, InterruptedException {
        ProcessBuilder git = new ProcessBuilder("git", "apply", patch.toString()).directory(tree.toFile());
        git.environment().put("GIT_CEILING_DIRECTORIES", tree.getParent().toString());
        Process applied = git.redirectErrorStream(true).start();
        String said = new String(applied.getInputStream().readAllBytes());
        if (applied.waitFor() != 0) {
            throw new IllegalStateException(name + " does not apply any more: " + said);
        }
    }

    private void compile(Path source, Path classes) {
        List<String> options = List.of(
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-source",
                "17",
                "-target",
                "17",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString());
        boolean compiled = COMPILER.getTask(null, FILES, null, options, null, FILES.getJavaFileObjects(source))
                .call();
        if (!compiled) {
            throw new IllegalStateException(name + " does not compile any more");
        }
    }

    /** The hub's own classes as they are. */
    static Path sound() {
        try {
            return Path.of(Samblik.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException never) {
            throw new IllegalStateException(never);
        }
    }

    /** The tests that fail when this one is run, in a JVM of its own, with these as the hub's classes. */
    List<String> failing(Path classes) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1"));
        properties.forEach(property -> options.add("-D" + property));
        options.addAll(List.of("-cp", path(classes)));
        return OneTest.failing(caughtBy, options, Files.createDirectories(BUILT).resolve(name + ".log"));
    }

    /** Broken classes hide the sound ones where there are both. */
    private static String path(Path classes) {
        String sound = sound() + File.pathSeparator;
        String broken = classes + File.pathSeparator;
        boolean whole = Files.exists(classes.resolve("application.yaml"));
        return System.getProperty("java.class.path").replace(sound, whole ? broken : broken + sound);
    }

    @Override
    public String toString() {
        return name + ": " + words;
    }
}
