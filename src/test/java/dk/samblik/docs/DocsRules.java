package dk.samblik.docs;

import dk.samblik.household.Category;
import dk.samblik.household.Department;
import dk.samblik.mapping.Fact;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** What must hold of the documents: each broken rule is one sentence that begins with the rule's name. */
final class DocsRules {

    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:|#)([^)#]+)(#[^)]*)?\\)");
    private static final Pattern NUMBER =
            Pattern.compile("(?<!\\d)(0[1-9]|[12]\\d|3[01])(0[1-9]|1[0-2])\\d{2}-?(\\d{4})(?!\\d)");
    private static final Pattern PLACE = Pattern.compile(
            "repo\\d?\\.maven\\.apache|registry\\.npmjs|deb\\.debian|(?<![\\w.])/work/(?!data)|(?<!\\w)/root/");
    private static final Pattern TEST = Pattern.compile("\\b[A-Z][A-Za-z]+(Test|IT)\\b");
    private static final Pattern KEY = Pattern.compile("`(samblik\\.[a-z0-9.<>-]+)`");
    private static final Set<String> LEFT_OUT = Set.of(".git", "target", "work", "node_modules");

    private final Path root;
    private final List<String> broken = new ArrayList<>();

    private DocsRules(Path root) {
        this.root = root;
    }

    static List<String> broken(Path root) throws IOException {
        DocsRules rules = new DocsRules(root);
        rules.generatedAreCurrent();
        rules.decisionsAreListed();
        rules.termsAreExplained();
        rules.settingsAreDocumented();
        List<Path> files = rules.files();
        for (Path file : files) {
            rules.testsExist(file, files);
            rules.linksLead(file);
            rules.nothingPersonalOrLocal(file);
        }
        return rules.broken;
    }

    private void generatedAreCurrent() throws IOException {
        for (Map.Entry<String, String> made : new GeneratedDocs(root).all().entrySet()) {
            Path file = root.resolve("docs").resolve(made.getKey());
            if (!Files.exists(file) || !Files.readString(file).equals(made.getValue())) {
                broken.add("generated: docs/" + made.getKey() + " is not current; run DocsTest with"
                        + " -Dsamblik.docs=write and commit it");
            }
        }
    }

    private void decisionsAreListed() throws IOException {
        String index = Files.readString(root.resolve("docs/decisions/README.md"));
        try (Stream<Path> found = Files.list(root.resolve("docs/decisions"))) {
            found.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md") && !index.contains("(" + name + ")"))
                    .forEach(name -> broken.add("decision: " + name + " is not in the index"));
        }
    }

    private void termsAreExplained() throws IOException {
        String words = Files.readString(root.resolve("docs/ordbog.md"));
        Set<String> terms = new TreeSet<>(Set.of("Chunk", "Run", "Grant", "Vault", "Rejection", "HouseholdView"));
        for (Class<?> fact : Fact.class.getPermittedSubclasses()) {
            terms.add(fact.getSimpleName());
        }
        for (Department department : Department.values()) {
            terms.add(department.name());
        }
        terms.add(Category.class.getSimpleName());
        terms.stream()
                .filter(term -> !words.contains(term))
                .forEach(term -> broken.add("term: " + term + " is not in docs/ordbog.md"));
    }

    private void settingsAreDocumented() throws IOException {
        String document = Files.readString(root.resolve("docs/configuration.md"));
        Set<String> documented = new TreeSet<>();
        Matcher keys = KEY.matcher(document);
        while (keys.find()) {
            documented.add(keys.group(1));
        }
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        for (var found : scanner.findCandidateComponents("dk.samblik")) {
            for (String key : Settings.keys(found.getBeanClassName())) {
                if (documented.stream().noneMatch(known -> known.equals(key) || known.startsWith(key + "."))) {
                    broken.add("setting: " + key + " is not in docs/configuration.md");
                }
            }
        }
    }

    private void testsExist(Path file, List<Path> files) throws IOException {
        if (!file.toString().endsWith(".md") || Files.notExists(root.resolve("src/test/java"))) {
            return;
        }
        Matcher named = TEST.matcher(Files.readString(file));
        while (named.find()) {
            String wanted = named.group() + ".java";
            if (files.stream().noneMatch(each -> each.getFileName().toString().equals(wanted))) {
                broken.add("test: " + root.relativize(file) + " names " + named.group() + ", which does not exist");
            }
        }
    }

    private void linksLead(Path file) throws IOException {
        if (!file.toString().endsWith(".md")) {
            return;
        }
        Matcher links = LINK.matcher(Files.readString(file));
        while (links.find()) {
            if (!Files.exists(file.resolveSibling(links.group(1)))) {
                broken.add("link: " + root.relativize(file) + " leads to " + links.group(1));
            }
        }
    }

    private void nothingPersonalOrLocal(Path file) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (MalformedInputException binary) {
            return;
        }
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            if (!numbers.group(3).startsWith("99")) {
                broken.add("number: " + root.relativize(file) + " holds a number of a CPR number's shape");
            }
        }
        if (!file.getFileName().toString().equals("DocsRules.java")
                && PLACE.matcher(text).find()) {
            broken.add("place: " + root.relativize(file) + " names a registry or a path of a machine");
        }
    }

    /** What is left out is never entered: other tests' databases live and change under it. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes its) {
                return mayBeCommitted(root.relativize(folder))
                        ? FileVisitResult.CONTINUE
                        : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes its) {
                if (its.isRegularFile() && mayBeCommitted(root.relativize(file))) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean mayBeCommitted(Path file) {
        for (Path part : file) {
            if (LEFT_OUT.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
