package dk.samblik.draw;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Unattended;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.draw.Draw.State;
import dk.samblik.household.CivilClock;
import dk.samblik.team.Words;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One draw from draft to lock: counted, prepared and sent on by one person, locked by another. */
@Controller
class DrawPage {

    private final DrawPages pages;
    private final Draws draws;
    private final Counts counts;
    private final DrawLooks looks;
    private final CivilClock clock;

    DrawPage(DrawPages pages, Draws draws, Counts counts, DrawLooks looks, CivilClock clock) {
        this.pages = pages;
        this.draws = draws;
        this.counts = counts;
        this.looks = looks;
        this.clock = clock;
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}")
    Object show(@PathVariable String number, @ModelAttribute("words") Words words) {
        Draw draw = pages.find(number);
        return pages.page(draw, LotForm.of(draw), new FormMistakes(), null, HttpStatus.OK, words);
    }

    /** How far the count is, for the page that waits for it; when it has ended the whole page is asked for anew. */
    @Unattended
    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}/fremdrift")
    Object progress(@PathVariable String number, @ModelAttribute("words") Words words) {
        Draw draw = pages.find(number);
        DrawScreen screen = pages.screen(draw, LotForm.NOTHING, null, words);
        return screen.underway()
                ? new ModelAndView("draw/parts :: progress", Map.of("screen", screen))
                : ResponseEntity.ok().header("HX-Refresh", "true").build();
    }

    /** Begins to ask the registers for the flag; the page says how far it is, and leaving it stops nothing. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/antal")
    Object count(@PathVariable String number) {
        Draw draw = in(State.DRAFT, number);
        counts.count(looks.note(Access.Action.DRAW, number, "counted"), pages.programme(draw), draw, pages.self());
        return DrawPages.to(number);
    }

    /** Stops a count, or a lock that has drawn nobody yet. */
    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @PostMapping("/udtraek/{number}/stop")
    Object stop(@PathVariable String number) {
        counts.stop(pages.find(number));
        return DrawPages.to(number);
    }

    /** Keeps how the lot is drawn, as a draft. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/lod")
    Object prepare(@PathVariable String number, LotForm form, @ModelAttribute("words") Words words) {
        Draw draw = in(State.DRAFT, number);
        if (draw.count() == null) {
            return DrawPages.to(number);
        }
        Set<String> approvers =
                pages.approvers().stream().map(place -> place.subject()).collect(Collectors.toSet());
        FormMistakes mistakes = form.mistakes(draw, approvers, pages.self(), words);
        if (!mistakes.none()) {
            return pages.page(draw, form, mistakes, null, HttpStatus.UNPROCESSABLE_ENTITY, words);
        }
        draws.prepared(draw, form.prepared(), form.foraeldet() != null);
        return DrawPages.to(number);
    }

    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/godkendelse")
    Object ask(@PathVariable String number) {
        draws.ask(in(State.DRAFT, number), pages.self());
        return DrawPages.to(number);
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @PostMapping("/udtraek/{number}/tilbage")
    Object back(@PathVariable String number) {
        draws.takeBack(in(State.AWAITING_APPROVAL, number));
        return DrawPages.to(number);
    }

    /** Begins to lock the draw; names are read at the end of it, of those drawn alone. */
    @OpenTo(Viewer.Role.DRAW_APPROVER)
    @PostMapping("/udtraek/{number}/laas")
    Object lock(
            @PathVariable String number, @RequestParam Map<String, String> form, @ModelAttribute("words") Words words) {
        Draw draw = in(State.AWAITING_APPROVAL, number);
        FormMistakes mistakes = new FormMistakes();
        if (!form.containsKey("laest")) {
            mistakes.add("laest", words.say("end.err.laest"));
        }
        if (!mistakes.none()
                || !pages.screen(draw, LotForm.of(draw), null, words).mayLock()) {
            return pages.page(draw, LotForm.of(draw), mistakes, null, HttpStatus.UNPROCESSABLE_ENTITY, words);
        }
        counts.lock(looks.note(Access.Action.DRAW, number, "locked"), pages.programme(draw), draw, pages.self());
        return DrawPages.to(number);
    }

    /** The draw where it still stands where the form was made for; else there is nothing to do, and its page says how it is. */
    private Draw in(State state, String number) {
        Draw draw = pages.find(number);
        if (draw.state() != state || draw.underway(clock.now())) {
            throw new ElsewhereNow(number);
        }
        return draw;
    }
}
