package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.RunId;
import dk.samblik.mapping.MappingFile;
import dk.samblik.mapping.Mappings;
import dk.samblik.quarantine.QuarantineGroups;
import dk.samblik.quarantine.QuarantineGroups.Group;
import dk.samblik.quarantine.ReplayFilter;
import dk.samblik.quarantine.Replays;
import dk.samblik.quarantine.Replays.Why;
import dk.samblik.team.Words;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** One group of refused rows: ids, places and reasons, running them again with what that would come to, and putting them aside. */
@Controller
class QuarantinePage {

    /** All of them can be ticked: as many fields of a form and a few more are let in. */
    private static final int PLACES_SHOWN = 100;

    private final QuarantineGroups groups;
    private final Replays replays;
    private final Mappings mappings;
    private final CurrentViewer viewers;

    QuarantinePage(QuarantineGroups groups, Replays replays, Mappings mappings, CurrentViewer viewers) {
        this.groups = groups;
        this.replays = replays;
        this.mappings = mappings;
        this.viewers = viewers;
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/karantaene")
    ModelAndView group(@RequestParam MultiValueMap<String, String> asked) {
        return page("operations/quarantine", ReplayForm.of(asked), new FormMistakes(), false, false);
    }

    /** What running them again would be about, exactly, and how the last try of the same choice went. */
    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/karantaene/koer-igen")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> asked, @ModelAttribute("words") Words words) {
        ReplayForm form = ReplayForm.of(asked);
        find(form);
        FormMistakes mistakes = form.mistakes(words);
        return mistakes.none()
                ? page("operations/replay", form, mistakes, true, false)
                : page("operations/quarantine", form, mistakes, false, false);
    }

    /** Tries them, and stores nothing but how many would be accepted. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/karantaene/proev")
    Object tryOut(@RequestParam MultiValueMap<String, String> asked, @ModelAttribute("words") Words words) {
        ReplayForm form = chosen(asked, words);
        return begun(replays.tryOut(form.filter(), operator()), form);
    }

    /** Runs them again; what was refused stays until it is accepted. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/karantaene/koer-igen")
    Object replay(@RequestParam MultiValueMap<String, String> asked, @ModelAttribute("words") Words words) {
        ReplayForm form = chosen(asked, words);
        FormMistakes mistakes = new FormMistakes();
        if (replays.preview(form.filter()).rows() > QuarantineScreen.WITHOUT_TICK && !asked.containsKey("laest")) {
            mistakes.add("laest", words.say("end.err.laest"));
            return page("operations/replay", form, mistakes, true, false);
        }
        return begun(replays.replay(form.filter(), operator()), form);
    }

    private Object begun(Optional<RunId> run, ReplayForm form) {
        return run.<Object>map(id -> SeeOther.at("/drift/koersler/" + id))
                .orElseGet(() -> page("operations/replay", form, new FormMistakes(), true, true));
    }

    @OpenTo(Viewer.Role.IT)
    @GetMapping("/drift/karantaene/afvis")
    ModelAndView confirmDiscard(
            @RequestParam MultiValueMap<String, String> asked, @ModelAttribute("words") Words words) {
        ReplayForm form = ReplayForm.of(asked);
        FormMistakes mistakes = form.single() ? form.mistakes(words) : new FormMistakes();
        return page(mistakes.none() ? "operations/discard" : "operations/quarantine", form, mistakes, false, false);
    }

    /** Puts them aside, with a reason; they stay where they are and are shown no more. */
    @OpenTo(Viewer.Role.IT)
    @PostMapping("/drift/karantaene/afvis")
    Object discard(@RequestParam MultiValueMap<String, String> asked, @ModelAttribute("words") Words words) {
        ReplayForm form = ReplayForm.of(asked);
        find(form);
        FormMistakes mistakes = form.mistakes(words);
        Optional<Why> why = Stream.of(Why.values())
                .filter(one -> one.name().equals(asked.getFirst("hvorfor")))
                .findFirst();
        if (why.isEmpty()) {
            mistakes.add("hvorfor-0", words.say("discard.err.why"));
        }
        if (!asked.containsKey("laest")) {
            mistakes.add("laest", words.say("end.err.laest"));
        }
        if (!mistakes.none()) {
            return page("operations/discard", form, mistakes, false, false);
        }
        replays.discard(form.filter(), why.orElseThrow(), operator());
        return SeeOther.at("/drift#karantaene");
    }

    private ReplayForm chosen(MultiValueMap<String, String> asked, Words words) {
        ReplayForm form = ReplayForm.of(asked);
        find(form);
        if (!form.mistakes(words).none()) {
            throw new ResponseStatusException(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return form;
    }

    private Group find(ReplayForm form) {
        return groups.all().stream()
                .filter(form::of)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private ModelAndView page(String template, ReplayForm form, FormMistakes mistakes, boolean chosen, boolean busy) {
        Group group = find(form);
        ReplayFilter filter = chosen ? form.filter() : null;
        ModelAndView page = new ModelAndView(
                template,
                busy ? HttpStatus.CONFLICT : mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "screen",
                new QuarantineScreen(
                        group,
                        groups.places(group, PLACES_SHOWN),
                        form,
                        mappings.find(group.register())
                                .map(MappingFile::version)
                                .orElse(""),
                        filter == null ? null : replays.preview(filter),
                        filter == null
                                ? null
                                : replays.lastTry(filter)
                                        .flatMap(replays::outcome)
                                        .orElse(null),
                        busy));
        return page;
    }

    private String operator() {
        return viewers.require().subject();
    }
}
