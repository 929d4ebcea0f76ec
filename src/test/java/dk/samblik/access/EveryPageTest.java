package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** A page that nobody allowed by name cannot be reached; one that was forgotten is found here, not by its reader. */
class EveryPageTest {

    private static final Map<String, String> PAGES = pages();

    private static Map<String, String> pages() {
        Map<String, String> pages = new TreeMap<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dk.samblik")) {
            if (type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(Controller.class)) {
                for (Method method : type.reflect().getDeclaredMethods()) {
                    paths(type.reflect(), method).forEach(path -> pages.put(path, type.getPackageName()));
                }
            }
        }
        return pages;
    }

    private static List<String> paths(Class<?> type, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return List.of();
        }
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        List<String> paths = new ArrayList<>();
        for (String prefix : above == null || above.path().length == 0 ? new String[] {""} : above.path()) {
            for (String path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
                paths.add(prefix + path);
            }
        }
        return paths;
    }

    private static boolean among(String[] allowed, String path) {
        PathContainer concrete = PathContainer.parsePath(path.replaceAll("\\{[^}]*}", "x"));
        return Stream.of(allowed)
                .anyMatch(pattern ->
                        PathPatternParser.defaultInstance.parse(pattern).matches(concrete));
    }

    @Test
    void everyPageIsAllowedToSomebodyByName() {
        assertThat(PAGES).isNotEmpty();
        assertThat(PAGES.keySet())
                .allMatch(path -> among(SecurityConfiguration.FOR_ANYBODY, path)
                        || among(SecurityConfiguration.FOR_TEAMS, path)
                        || among(SecurityConfiguration.FOR_THE_DESK, path)
                        || among(SecurityConfiguration.FOR_OPERATIONS, path));
    }

    @Test
    void thePagesOfTheDeskAreForTheDeskOnly() {
        assertThat(PAGES.entrySet().stream()
                        .filter(page -> page.getValue().equals("dk.samblik.consent"))
                        .map(Map.Entry::getKey))
                .isNotEmpty()
                .allMatch(path -> among(SecurityConfiguration.FOR_THE_DESK, path));
    }

    @Test
    void thePagesOfOperationsAreForOperationsOnly() {
        assertThat(PAGES.entrySet().stream()
                        .filter(page -> page.getValue().equals("dk.samblik.operations"))
                        .map(Map.Entry::getKey))
                .allMatch(path -> among(SecurityConfiguration.FOR_OPERATIONS, path));
    }

    @Test
    void onlyTheSignInTheLanguageAndErrorsAreForAnybody() {
        assertThat(PAGES.keySet().stream().filter(path -> among(SecurityConfiguration.FOR_ANYBODY, path)))
                .containsOnly("/log-paa", "/sprog", "/error");
    }
}
