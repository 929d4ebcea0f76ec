package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.NotForYourRole;
import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines;
import dk.samblik.view.PublishStory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What an agreement led to, said on its page, on a real database. */
class OwnLinesPageTest {

    private static final String TOWN = "Fjordsted Kommune";
    private static final TeamSettings SETTINGS = new TeamSettings(TOWN, "12 34 56 78");
    private static final Viewer MAJA =
            new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, TOWN, Set.of("Mosebakken"));
    private static final Viewer HENRIK =
            new Viewer("henrik", "Henrik Test", Viewer.Role.TEAM, "Fjordsted Boligforening", Set.of("Mosebakken"));

    private final PublishStory story = new PublishStory();
    private final ConsentedHousehold home = story.household("Amina", "Karim");
    private final ConsentedPerson amina = home.persons().get(0);
    private final ConsentedPerson karim = home.persons().get(1);
    private final OwnLines lines = new OwnLines(story.database.web(), story.vault, story.clock());

    @BeforeEach
    void anAgreementAndMeasures() {
        Written written = new Written(Set.of(amina.id()), "søger praktik til Karim", "Maja", null);
        lines.keep(home.id(), Kind.AGREEMENT, Optional.empty(), written, MAJA);
        publish(
                measure("old", "Afklaring", "ACTIVE", "2026-11-16"),
                measure("wanted", "Mentor", "APPLIED", "2026-11-20"),
                measure("undated", "Kursus", "PLANNED", null),
                measure("new", "Praktik", "ACTIVE", "2026-11-17"));
    }

    @AfterEach
    void close() {
        story.close();
    }

    private void publish(Fact... ofKarim) {
        story.answers("folkeregister", amina, identity("Amina"))
                .answers("folkeregister", karim, identity("Karim"))
                .answers("jobcenter", karim, ofKarim);
        story.publish(home);
    }

    private static Fact identity(String name) {
        LocalDate born = LocalDate.of(1985, 4, 2);
        return new Fact.Identity(name, "Test", born, "01", false, false, null, null, List.of());
    }

    private static Fact measure(String key, String name, String status, String from) {
        Coded kind = new Coded(name, name, null, true);
        LocalDate day = from == null ? null : LocalDate.parse(from);
        return new Fact.Measure(
                key, kind, null, false, null, day, null, null, new Coded(status, status, status, true), null, null);
    }

    private OwnLinesPage page(Viewer viewer) {
        Looks looks = new Looks(
                TestAccess.signedIn(story.database.web(), viewer),
                TestAccess.looks(story.database.web(), story.clock()),
                TestAccess.households(story.database.web(), story.database.audit(), story.clock()),
                TestAccess.log(story.database.audit()),
                story.views(),
                story.recipients());
        return new OwnLinesPage(looks, new OwnContent(lines), lines);
    }

    private ModelAndView get(Viewer viewer, Map<String, String> asked) {
        PageFrame frame = PageFrame.of(SETTINGS, viewer, false, "/husstande");
        return page(viewer).agreements(home.id().toString(), form(asked), words(), frame);
    }

    private ModelAndView post(Viewer viewer, OwnLine line, String chosen) {
        PageFrame frame = PageFrame.of(SETTINGS, viewer, false, "/husstande");
        Map<String, String> form = Map.of(
                "handling",
                "foerte",
                "linje",
                line.id().toString(),
                "revision",
                String.valueOf(line.revision()),
                "indsats",
                chosen);
        return page(viewer).agreement(home.id().toString(), form(form), words(), frame);
    }

    private static MultiValueMap<String, String> form(Map<String, String> fields) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        return form;
    }

    private Words words() {
        return VersionsScreenTest.danish();
    }

    private OwnLine agreement() {
        return lines.of(TestAccess.grant(home.id()), home.id()).get(0);
    }

    private OwnScreen.Line shown(Viewer viewer) {
        OwnLinesScreen own = (OwnLinesScreen)
                Objects.requireNonNull(get(viewer, Map.of()).getModel().get("own"));
        return own.lines().get(0);
    }

    private List<Led.Choice> choices() {
        LedForm form = (LedForm) get(MAJA, Map.of("foerte", agreement().id().toString()))
                .getModel()
                .get("led");
        return Objects.requireNonNull(form).choices();
    }

    private static boolean saved(ModelAndView answer) {
        return answer.getView() instanceof RedirectView;
    }

    @Test
    void whatBeganWhenItWasMadeOrLaterIsChosenAndShown() {
        assertThat(shown(MAJA).led()).isNull();
        assertThat(choices())
                .extracting(one -> one.measure() + one.more())
                .containsExactly("Praktik, Karim, fra 17. nov. 2026");

        assertThat(saved(post(MAJA, agreement(), choices().get(0).value()))).isTrue();

        assertThat(shown(MAJA).led()).isEqualTo(new Led.Line("Førte til:", "Praktik", ", fra 17. nov. 2026"));
        assertThat(shown(MAJA).doneOn()).as("done is another thing").isNull();
        assertThat(saved(post(MAJA, agreement(), LedForm.NOTHING))).isTrue();
        assertThat(shown(MAJA).led()).isNull();
    }

    @Test
    void anOldPageAndAMeasureThatIsGoneAreAnsweredAndChangeNothing() {
        OwnLine old = agreement();
        String value = choices().get(0).value();
        post(MAJA, old, value);

        assertThat(post(MAJA, old, LedForm.NOTHING).getStatus()).isEqualTo(HttpStatus.PRECONDITION_FAILED);
        assertThat(post(MAJA, agreement(), "").getStatus())
                .as("nothing is chosen")
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(post(MAJA, agreement(), value.replace("new", "old")).getStatus())
                .isEqualTo(HttpStatus.UNPROCESSABLE_ENTITY);
        assertThat(agreement().ledTo()).isNotNull();

        publish(measure("old", "Afklaring", "ACTIVE", "2026-11-16"));
        assertThat(shown(MAJA).led())
                .isEqualTo(new Led.Line("Førte til en indsats, som kilden ikke længere oplyser", "", ""));
        assertThat(shown(MAJA).leads()).as("it can be taken back").isTrue();
    }

    @Test
    void whoIsNotShownTheMeasureIsToldThereIsOneAndChangesNothing() {
        assertThat(shown(HENRIK).leads()).as("nothing to choose").isFalse();
        post(MAJA, agreement(), choices().get(0).value());

        assertThat(shown(HENRIK).led()).isEqualTo(new Led.Line("Førte til en indsats", "", ""));
        assertThat(shown(HENRIK).leads()).isFalse();
        assertThat(get(HENRIK, Map.of("foerte", agreement().id().toString())).getModel())
                .doesNotContainKey("led");
        assertThatThrownBy(() -> post(HENRIK, agreement(), LedForm.NOTHING)).isInstanceOf(NotForYourRole.class);
        assertThat(agreement().ledTo()).isNotNull();
    }
}
