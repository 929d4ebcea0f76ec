package dk.samblik;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dk.samblik.access.Grant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The packages in the order data flows: each may look only upstream. This list is the architecture. */
class FlowTest {

    private static final List<String> FLOW = List.of(
            "household",
            "programme",
            "storage",
            "population",
            "run",
            "access",
            "consent",
            "register",
            "mapping",
            "quarantine",
            "meeting",
            "view",
            "retention",
            "team",
            "notice",
            "enrolment",
            "effect",
            "draw",
            "api",
            "alarm",
            "operations",
            "oversight",
            "demo");

    private static final JavaClasses SAMBLIK = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dk.samblik");

    @TestFactory
    Stream<DynamicTest> looksOnlyUpstream() {
        return rules(FLOW).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(SAMBLIK)));
    }

    @Test
    void anImportDownstreamIsFound() {
        List<String> reversed = new ArrayList<>(FLOW);
        java.util.Collections.reverse(reversed);

        assertThat(rules(reversed).values())
                .anyMatch(rule -> rule.evaluate(SAMBLIK).hasViolation());
    }

    @Test
    void everyPackageIsInTheList() {
        assertThat(SAMBLIK.stream()
                        .map(type -> type.getPackageName())
                        .filter(name -> !name.equals("dk.samblik"))
                        .map(name -> name.split("\\.")[2])
                        .distinct())
                .isSubsetOf(FLOW);
    }

    private static Map<String, ArchRule> rules(List<String> flow) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        for (int stage = 0; stage < flow.size(); stage++) {
            String[] downstream = flow.subList(stage + 1, flow.size()).stream()
                    .map(name -> "dk.samblik." + name + "..")
                    .toArray(String[]::new);
            String here = flow.get(stage);
            if (downstream.length > 0) {
                rules.put(
                        here + " looks only upstream",
                        noClasses()
                                .that()
                                .resideInAPackage("dk.samblik." + here + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(downstream)
                                .allowEmptyShould(true));
            }
        }
        rules.put("only run and register know Camel", only("org.apache.camel..", "run", "register"));
        rules.put("only access knows the keys", only("com.google.crypto.tink..", "access"));
        rules.put(
                "only the access log makes a grant",
                noClasses()
                        .that()
                        .doNotHaveSimpleName("AccessLog")
                        .should()
                        .callConstructor(Grant.class, Set.class, long.class));
        rules.put(
                "transactions are begun by a database of a role",
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage("org.springframework.transaction.annotation.."));
        return rules;
    }

    private static ArchRule only(String foreign, String... here) {
        String[] packages = Stream.of(here).map(name -> "dk.samblik." + name).toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(foreign);
    }
}
