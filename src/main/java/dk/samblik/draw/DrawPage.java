package dk.samblik.draw;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.DrawScreen.Said;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.register.RegisterUnavailable;
import dk.samblik.register.Registers;
import dk.samblik.team.Words;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One draw from draft to lock: counted, prepared and sent on by one person, locked by another. */
@Controller
class DrawPage {

    private final DrawPages pages;
    private final Draws draws;
    private final Counting counting;
    private final Locking locking;
    private final DrawLooks looks;
    private final Registers registers;

    DrawPage(DrawPages pages, Draws draws, Counting counting, Locking locking, DrawLooks looks, Registers registers) {
        this.pages = pages;
        this.draws = draws;
        this.counting = counting;
        this.locking = locking;
        this.looks = looks;
        this.registers = registers;
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}")
    Object show(@PathVariable String number, @ModelAttribute("words") Words words) {
        Draw draw = pages.find(number);
        return pages.page(draw, LotForm.of(draw), new FormMistakes(), null, HttpStatus.OK, words);
    }

    /** Asks the registers for the flag and keeps the counts as they may be told. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/antal")
    Object count(@PathVariable String number, @ModelAttribute("words") Words words) {
        Draw draw = in(State.DRAFT, number);
        try {
            Pool pool = counting.pool(looks.note(Access.Action.DRAW, number, "counted"), pages.programme(draw), draw);
            draws.counted(draw, pool, pages.suppressBelow(draw));
            return DrawPages.to(number);
        } catch (RegisterUnavailable | PopulationUnavailable | NoMunicipality out) {
            return unavailable(draw, out, words);
        }
    }

    private Object unavailable(Draw draw, RuntimeException out, Words words) {
        String text = out instanceof RegisterUnavailable register
                ? words.say("draw.down", title(register.register(), words))
                : words.say(out instanceof NoMunicipality ? "draw.no-municipality" : "draw.down.population");
        Said said = new Said("error", words.say("draw.down.heading"), text);
        return pages.page(draw, LotForm.of(draw), new FormMistakes(), said, HttpStatus.SERVICE_UNAVAILABLE, words);
    }

    private String title(String register, Words words) {
        return registers.find(register).map(file -> file.title()).orElseGet(() -> words.say("draw.down.some"));
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

    /** Locks the draw; names are read from here on, of those drawn alone. */
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
        try {
            Locking.Came came = locking.lock(
                    looks.note(Access.Action.DRAW, number, "locked"),
                    pages.programme(draw),
                    draw,
                    pages.self(),
                    pages.suppressBelow(draw));
            return came == Locking.Came.CHANGED ? changed(number, words) : DrawPages.to(number);
        } catch (RegisterUnavailable | PopulationUnavailable | NoMunicipality out) {
            return unavailable(draw, out, words);
        }
    }

    private Object changed(String number, Words words) {
        Draw draw = pages.find(number);
        Said said = new Said("warning", words.say("draw.changed.heading"), words.say("draw.changed"));
        return pages.page(draw, LotForm.of(draw), new FormMistakes(), said, HttpStatus.CONFLICT, words);
    }

    /** The draw where it still stands where the form was made for; else there is nothing to do, and its page says how it is. */
    private Draw in(State state, String number) {
        Draw draw = pages.find(number);
        if (draw.state() != state) {
            throw new ElsewhereNow(number);
        }
        return draw;
    }
}
