package dk.samblik.draw;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.programme.Area;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programme.Mode;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.programme.Programmes;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** All draws, and the first step of a new one: which programme, which areas, and what becomes of protected households. */
@Controller
class DrawListPage {

    private final DrawPages pages;
    private final Draws draws;
    private final Programmes programmes;

    DrawListPage(DrawPages pages, Draws draws, Programmes programmes) {
        this.pages = pages;
        this.draws = draws;
        this.programmes = programmes;
    }

    /** What was chosen in the first step. */
    record NewForm(
            @Nullable String program,
            List<String> omraade,
            @Nullable String beskyttede) {
        static final NewForm NOTHING = new NewForm(null, List.of(), null);

        NewForm {
            omraade = omraade == null ? List.of() : List.copyOf(omraade);
        }
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek")
    ModelAndView list(@ModelAttribute("words") Words words) {
        return page(NewForm.NOTHING, new FormMistakes(), words);
    }

    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek")
    Object make(
            @RequestParam(required = false) @Nullable String program,
            @RequestParam(required = false) @Nullable List<String> omraade,
            @RequestParam(required = false) @Nullable String beskyttede,
            @ModelAttribute("words") Words words) {
        NewForm form = new NewForm(program, omraade == null ? List.of() : omraade, beskyttede);
        Optional<Programme> chosen =
                byDraw().filter(one -> one.code().equals(form.program())).findFirst();
        List<String> areas = chosen.map(Programme::areas).orElse(List.of()).stream()
                .map(Area::name)
                .filter(form.omraade()::contains)
                .toList();
        Optional<Protected> protection = Stream.of(Protected.values())
                .filter(one -> one.name().equals(form.beskyttede()))
                .findFirst();
        FormMistakes mistakes = new FormMistakes();
        if (chosen.isEmpty() || areas.isEmpty()) {
            mistakes.add("omraade-0", words.say("draw.error.areas"));
        }
        if (protection.isEmpty()) {
            mistakes.add("beskyttede-0", words.say("draw.error.protection"));
        }
        return mistakes.none()
                ? DrawPages.to(draws.make(chosen.orElseThrow(), areas, protection.orElseThrow(), pages.self()))
                : page(form, mistakes, words);
    }

    private Stream<Programme> byDraw() {
        return programmes.all().stream().filter(one -> one.by(Mode.DRAW));
    }

    private ModelAndView page(NewForm form, FormMistakes mistakes, Words words) {
        List<DrawScreen> screens = draws.all().stream()
                .map(draw -> pages.screen(draw, LotForm.NOTHING, null, words))
                .toList();
        ModelAndView page =
                new ModelAndView("draw/list", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject("list", new DrawList(screens, byDraw().toList(), pages.officer(), form));
        return page;
    }
}
