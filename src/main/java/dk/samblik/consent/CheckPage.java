package dk.samblik.consent;

import dk.samblik.access.CurrentRequest;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskSteps.Step;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Step 4 of recording: everything once more, what it comes to, and the recording itself. */
@Controller
class CheckPage {

    private final Desk desk;
    private final DeskSteps steps;
    private final Recording recording;
    private final Receipts receipts;
    private final CurrentRequest request;

    CheckPage(Desk desk, DeskSteps steps, Recording recording, Receipts receipts, CurrentRequest request) {
        this.desk = desk;
        this.steps = steps;
        this.recording = recording;
        this.receipts = receipts;
        this.request = request;
    }

    /** The recording as it would be; {@code complete} when everything in it would be in force. */
    record Screen(
            List<Row> rows,
            DeskDraft.How how,
            LocalDate given,
            String language,
            boolean paper,
            boolean evidence,
            boolean complete) {}

    /**
     * One person: what the consent covers, from where and which kinds, who gave it, and on which day where they did not all sign on one, who has not
     * ({@code ""} for nobody), and from when to when it holds.
     */
    record Row(String name, String sources, String kinds, String givenBy, String missing, String period) {}

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/tjek")
    ModelAndView show(@PathVariable String id, Locale locale) {
        return page(desk.open(id), new FormMistakes(), steps.words(locale));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/tjek")
    ModelAndView record(@PathVariable String id, @RequestParam int revision, Locale locale) {
        Desk.Opened opened = desk.open(id);
        DeskWords words = steps.words(locale);
        if (unfinished(opened)) {
            return page(opened, new FormMistakes(), words);
        }
        try {
            Consents.Version recorded = recording.record(opened, revision, desk.by(opened.viewer()));
            return DeskSteps.to("/samtykker/kvittering/"
                    + receipts.issued(opened.grant(), opened.household().id(), recorded, request.id()));
        } catch (ChangedMeanwhile changed) {
            FormMistakes mistakes = new FormMistakes();
            mistakes.add("indhold", words.say("consent.changed.begin", changed.by()));
            return DeskSteps.changed(page(desk.open(id), mistakes, words));
        }
    }

    private boolean unfinished(Desk.Opened opened) {
        return recording
                        .entries(opened)
                        .map(DeskEntries::recorded)
                        .filter(List::isEmpty)
                        .isPresent()
                || opened.draft().how() == null;
    }

    private ModelAndView page(Desk.Opened opened, FormMistakes mistakes, DeskWords words) {
        Optional<DeskEntries> entries =
                recording.entries(opened).filter(found -> !found.recorded().isEmpty());
        return entries.map(found -> DeskSteps.page(Step.TJEK, opened, mistakes, screen(opened, found, words)))
                .orElseGet(() -> DeskSteps.to(lastOpen(opened).address(opened.household())));
    }

    /** The step to go on from; where everything is filled in and yet nobody may say it any more, the first. */
    private static Step lastOpen(Desk.Opened opened) {
        boolean halfway = !opened.draft().sources().isEmpty() && opened.draft().how() == null;
        return halfway ? Step.HVORDAN : Step.HVEM;
    }

    private static Screen screen(Desk.Opened opened, DeskEntries entries, DeskWords words) {
        List<Row> rows = entries.recorded().stream()
                .map(member -> row(opened.household(), member, entries, words))
                .toList();
        DeskDraft.How how = entries.how();
        boolean evidence = entries.evidence() != null;
        return new Screen(
                rows,
                how,
                how.given(),
                Locale.forLanguageTag(how.language()).getDisplayLanguage(words.locale()),
                opened.kept().paper(),
                evidence,
                evidence && rows.stream().allMatch(row -> row.missing().isEmpty()));
    }

    private static Row row(HouseholdAtDesk household, DeskMember member, DeskEntries entries, DeskWords words) {
        return new Row(
                words.name(household, member),
                words.list(Offer.DEPARTMENTS.stream()
                        .filter(entries.draft().sourcesOf(member)::contains)
                        .map(department -> words.say("department." + department))
                        .toList()),
                kinds(member, entries.draft(), words),
                words.list(entries.saidYes(member)
                        .map(grantor -> signed(household, member, grantor, entries.how(), words))
                        .toList()),
                words.list(entries.missing(member).stream()
                        .map(grantor -> words.grantor(household, member, grantor))
                        .toList()),
                words.say("consent.check.from-to", words.date(entries.from(member)), words.date(entries.to(member))));
    }

    private static String kinds(DeskMember member, DeskDraft draft, DeskWords words) {
        return draft.onlyOf(member).isEmpty()
                ? words.say("consent.kinds.all")
                : words.say(
                        "consent.kinds.only",
                        words.list(draft.kindsOf(member).stream()
                                .map(kind -> words.say("category." + kind))
                                .toList()));
    }

    private static String signed(
            HouseholdAtDesk household, DeskMember member, DeskGrantor grantor, DeskDraft.How how, DeskWords words) {
        String name = words.grantor(household, member, grantor);
        return how.signed().isEmpty()
                ? name
                : words.say(
                        "consent.check.signed",
                        name,
                        words.date(how.day(grantor)),
                        words.say("consent.method." + how.method(grantor)));
    }
}
