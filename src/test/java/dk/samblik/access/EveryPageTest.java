package dk.samblik.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.mock.web.MockServletContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.support.GenericWebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A page that nobody allowed by name cannot be reached; one that was forgotten is found here, not by its reader. */
class EveryPageTest {

    private static final List<Method> HANDLERS = handlers();

    private static List<Method> handlers() {
        List<Method> handlers = new ArrayList<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dk.samblik")) {
            if (type.isMetaAnnotatedWith(Controller.class) || type.isAnnotatedWith(Controller.class)) {
                Stream.of(type.reflect().getDeclaredMethods())
                        .filter(method -> AnnotatedElementUtils.hasAnnotation(method, RequestMapping.class))
                        .forEach(handlers::add);
            }
        }
        return handlers;
    }

    private static Set<Viewer.Role> roles(Method handler) {
        @Nullable OpenTo declared = handler.getAnnotation(OpenTo.class);
        return declared == null ? Set.of() : Set.of(declared.value());
    }

    @Test
    void everyPageSaysWhoMayCallIt() {
        assertThat(HANDLERS).isNotEmpty();
        assertThat(HANDLERS)
                .as("a handler without @OpenTo or @OpenToAnybody: put one on the method, see docs/security.md")
                .allMatch(handler -> !roles(handler).isEmpty() ^ handler.isAnnotationPresent(OpenToAnybody.class));
    }

    @Test
    void thePagesOfTheDeskAreForWhoeverRecordsConsents() {
        assertThat(HANDLERS)
                .filteredOn(
                        handler -> handler.getDeclaringClass().getPackageName().equals("dk.samblik.consent"))
                .isNotEmpty()
                .allMatch(handler -> roles(handler).equals(Set.of(Viewer.Role.COORDINATOR, Viewer.Role.DESK)));
    }

    @Test
    void thePagesOfOperationsAreForOperationsOnly() {
        assertThat(HANDLERS)
                .filteredOn(
                        handler -> handler.getDeclaringClass().getPackageName().equals("dk.samblik.operations"))
                .isNotEmpty()
                .allMatch(handler -> handler.getDeclaringClass().getSimpleName().equals("StewardPage")
                        ? roles(handler).equals(Set.of(Viewer.Role.STEWARD))
                        : roles(handler).equals(Set.of(Viewer.Role.IT)));
    }

    @Test
    void whatARefusedCellSaidIsForTheDataStewardAlone() {
        assertThat(HANDLERS)
                .filteredOn(handler -> roles(handler).contains(Viewer.Role.STEWARD))
                .hasSize(2)
                .allMatch(handler -> roles(handler).equals(Set.of(Viewer.Role.STEWARD)));
    }

    @Test
    void nobodyWhoRunsTheMachineSharesAPageWithATeam() {
        assertThat(HANDLERS)
                .filteredOn(handler -> roles(handler).contains(Viewer.Role.IT)
                        && roles(handler).stream().anyMatch(Viewer.Role::inTeam))
                .as("how far a run is, as other systems ask; it names a household to a team's system only")
                .extracting(handler -> handler.getDeclaringClass().getSimpleName() + "." + handler.getName())
                .containsExactly("RunsApi.one");
        assertThat(HANDLERS).noneMatch(handler -> roles(handler).contains(Viewer.Role.HUB));
    }

    @Test
    void thePagesOfOversightAreForTheDataProtectionOfficerOnly() {
        assertThat(HANDLERS)
                .filteredOn(
                        handler -> handler.getDeclaringClass().getPackageName().equals("dk.samblik.oversight"))
                .isNotEmpty()
                .allMatch(handler -> roles(handler).equals(Set.of(Viewer.Role.DPO)));
    }

    @Test
    void onlyWhatShowsNobodyIsForAnybody() {
        assertThat(HANDLERS)
                .filteredOn(handler -> handler.isAnnotationPresent(OpenToAnybody.class))
                .extracting(handler -> handler.getDeclaringClass().getSimpleName())
                .containsOnly("SignInPage", "SessionPage", "PolicyReports", "Language", "ErrorPages", "OpenApiFile");
    }

    static class Forgotten {

        @GetMapping("/nyt")
        String nobodyThoughtOfThis() {
            return "";
        }
    }

    @Test
    void aHubWithAHandlerThatSaysNothingDoesNotStart() {
        try (GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext())) {
            context.registerBean(Forgotten.class);
            context.refresh();
            RequestMappingHandlerMapping mapping = new RequestMappingHandlerMapping() {
                @Override
                protected boolean isHandler(Class<?> type) {
                    return type == Forgotten.class;
                }
            };
            mapping.setApplicationContext(context);
            mapping.afterPropertiesSet();

            assertThatThrownBy(() -> new Handlers(mapping).afterSingletonsInstantiated())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("Forgotten#nobodyThoughtOfThis")
                    .hasMessageContaining("Put @OpenTo");
        }
    }
}
