package dk.samblik.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dk.samblik.access.Information;
import dk.samblik.access.Matrix;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Reader;
import dk.samblik.access.Sight;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Who may see what, written from the matrix in the code and from what the handlers declare. */
final class WhoMaySeeWhatDoc {

    private WhoMaySeeWhatDoc() {}

    static String text() {
        return """
                # Who may see what

                Written from `Matrix` and from the handlers' `@OpenTo` by a test; change the code. What the words mean and how they
                are kept is in [security](security.md).

                ## Of a household

                Role by kind of information, as the domain reference says it in 7.3. A team member whose organisation is not
                `samblik.consent.controller.name` stands in the column HOUSING. The columns DPO and DESK are ours.

                """ + matrix() + """

                | Word | What is seen |
                |---|---|
                """ + words() + """

                ## At an address

                Everybody else is refused, and so is every address that is not here. Whose household it may be about is asked in
                the handler; not yours, not there, taken back and malformed are one answer. At the consent desk, which is the
                authority's own, what a household took back stays.

                | Address | Open to |
                |---|---|
                """ + addresses();
    }

    private static String matrix() {
        StringBuilder text = new StringBuilder("| |");
        Stream.of(Reader.values())
                .forEach(reader -> text.append(" ").append(reader).append(" |"));
        text.append("\n|---|").append("---|".repeat(Reader.values().length)).append("\n");
        for (Information what : Information.values()) {
            text.append("| ").append(what).append(" |");
            Stream.of(Reader.values())
                    .forEach(reader ->
                            text.append(" ").append(Matrix.of(what, reader)).append(" |"));
            text.append("\n");
        }
        return text.toString();
    }

    private static String words() {
        return Stream.of(Sight.values())
                .map(sight -> "| " + sight + " | " + sight.words() + " |\n")
                .collect(Collectors.joining());
    }

    private static String addresses() {
        Set<String> lines = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dk.samblik")) {
            if (type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(Controller.class)) {
                Stream.of(type.reflect().getDeclaredMethods()).forEach(method -> line(method, lines));
            }
        }
        return String.join("", lines);
    }

    private static void line(Method method, Set<String> lines) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return;
        }
        OpenTo declared = method.getAnnotation(OpenTo.class);
        String open = declared == null
                ? "anybody"
                : Arrays.stream(declared.value()).sorted().map(Enum::name).collect(Collectors.joining(", "));
        String methods = mapping.method().length == 0
                ? "any"
                : Stream.of(mapping.method()).map(Enum::name).collect(Collectors.joining(", "));
        for (String path : paths(method.getDeclaringClass(), mapping)) {
            lines.add("| `%s` %s | %s |\n".formatted(path, methods.toLowerCase(Locale.ROOT), open));
        }
    }

    /** Whole addresses, also where they begin at the type; what a variable may be is left out of them. */
    private static List<String> paths(Class<?> page, RequestMapping mapping) {
        RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(page, RequestMapping.class);
        List<String> begins = ofType == null ? List.of("") : List.of(ofType.path());
        List<String> ends = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
        return begins.stream()
                .flatMap(begin -> ends.stream().map(end -> (begin + end).replaceAll(":[^}]*}", "}")))
                .toList();
    }
}
