package dk.samblik.team;

import dk.samblik.household.CivilClock;
import dk.samblik.run.Run;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Kept;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages beside a household's overview, in every state. */
@TestComponent
@Controller
public class TabsGallery {

    private static final String PLACE = "/galleri/husstand-faner/";

    private final MessageSource messages;
    private final CivilClock clock;

    TabsGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    private static List<Kept> kept() {
        return List.of(
                new Kept(Families.whole(), new Kept.Made(Run.Kind.NIGHTLY, null)),
                new Kept(Families.earlier(), new Kept.Made(Run.Kind.REFRESH, "COORDINATOR")));
    }

    @GetMapping(PLACE + "visninger")
    String versions(Model model, Locale locale) {
        return VersionsPage.show(Families.whole(), kept(), Seeing.ALL, List.of(), words(model, locale), model);
    }

    @GetMapping(PLACE + "forskel")
    String difference(Model model, Locale locale) {
        return VersionsPage.show(Families.whole(), kept(), Seeing.ALL, List.of(35, 38), words(model, locale), model);
    }

    @GetMapping(PLACE + "uforandret")
    String noDifference(Model model, Locale locale) {
        List<Kept> alike = List.of(new Kept(Families.atHome(), null), new Kept(Families.earlierAtHome(), null));
        return VersionsPage.show(Families.atHome(), alike, Seeing.ALL, List.of(35, 38), words(model, locale), model);
    }

    @GetMapping(PLACE + "tidligere")
    String earlier(Model model, Locale locale) {
        return VersionsPage.earlier(Families.earlier(), Families.earlier(), Seeing.ALL, words(model, locale), model);
    }

    @GetMapping(PLACE + "tidligere-trukket")
    String earlierWithLess(Model model, Locale locale) {
        return VersionsPage.earlier(Families.whole(), Families.earlier(), Seeing.ALL, words(model, locale), model);
    }

    @GetMapping(PLACE + "tidslinje")
    String timeline(Model model, Locale locale) {
        return timeline(Families.whole(), new TimelineFilters(null, null, null), model, locale);
    }

    @GetMapping(PLACE + "tidslinje-valgt")
    String timelineChosen(Model model, Locale locale) {
        return timeline(Families.whole(), new TimelineFilters("employment", "2", "contacts"), model, locale);
    }

    @GetMapping(PLACE + "tidslinje-intet")
    String timelineOfNothing(Model model, Locale locale) {
        return timeline(Families.whole(), new TimelineFilters("housing", "4", null), model, locale);
    }

    @GetMapping(PLACE + "tidslinje-tom")
    String noTimeline(Model model, Locale locale) {
        return timeline(Families.sparse(), new TimelineFilters(null, null, null), model, locale);
    }

    private String timeline(HouseholdView view, TimelineFilters filters, Model model, Locale locale) {
        return TabPages.timeline(view, Seeing.ALL, filters, words(model, locale), model);
    }

    @GetMapping(PLACE + "uenigheder")
    String disagreements(Model model, Locale locale) {
        return disagreements(Families.whole(), Seeing.ALL, model, locale);
    }

    @GetMapping(PLACE + "uenigheder-beskyttet")
    String disagreementsHidden(Model model, Locale locale) {
        return disagreements(Families.hiddenAndRegistered(), Seeing.ALL, model, locale);
    }

    @GetMapping(PLACE + "uenigheder-ingen")
    String noDisagreements(Model model, Locale locale) {
        return disagreements(Families.atHome(), Seeing.ALL, model, locale);
    }

    @GetMapping(PLACE + "uenigheder-boligforening")
    String disagreementsFromOutside(Model model, Locale locale) {
        HouseholdView view = Families.whole();
        return disagreements(view, Gallery.Pages.housing(view, false), model, locale);
    }

    private String disagreements(HouseholdView view, Seeing seeing, Model model, Locale locale) {
        Words words = words(model, locale);
        PageFrame frame = PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, PLACE);
        return TabPages.disagreements(view, seeing, frame, words, model);
    }

    @GetMapping(PLACE + "samtykke")
    String consent(Model model, Locale locale) {
        return TabPages.consent(Families.whole(), Seeing.ALL, words(model, locale), model);
    }

    @GetMapping(PLACE + "samtykke-boligforening")
    String consentFromOutside(Model model, Locale locale) {
        HouseholdView view = Families.whole();
        return TabPages.consent(view, Gallery.Pages.housing(view, true), words(model, locale), model);
    }

    @GetMapping(PLACE + "opslag")
    String lookedAt(Model model, Locale locale) {
        return TabPages.lookedAt(Families.whole(), CitizenGallery.looks(), words(model, locale), model);
    }

    private Words words(Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, PLACE + "visninger"));
        return words;
    }
}
