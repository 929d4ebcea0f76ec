package dk.samblik.operations;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.quarantine.Steward;
import dk.samblik.quarantine.Steward.Cell;
import dk.samblik.team.Words;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The data steward looks at what one refused cell said; asked for by the row's id and a purpose, shown in the answer only. */
@Controller
class StewardPage {

    private final Steward steward;
    private final CurrentViewer viewers;

    StewardPage(Steward steward, CurrentViewer viewers) {
        this.steward = steward;
        this.viewers = viewers;
    }

    @OpenTo(Viewer.Role.STEWARD)
    @GetMapping("/datakvalitet")
    ModelAndView ask(@RequestParam(defaultValue = "") String post) {
        return page(post, "", null, new FormMistakes());
    }

    @OpenTo(Viewer.Role.STEWARD)
    @PostMapping("/datakvalitet")
    ModelAndView look(
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") String formaal,
            @ModelAttribute("words") Words words) {
        FormMistakes mistakes = new FormMistakes();
        if (!Steward.PURPOSES.contains(formaal)) {
            mistakes.add("formaal-0", words.say("reveal.err.purpose"));
        }
        Optional<Cell> cell = mistakes.none()
                ? id(post).flatMap(row -> steward.look(row, viewers.require(), formaal))
                : Optional.empty();
        if (mistakes.none() && cell.isEmpty()) {
            mistakes.add("post", words.say("steward.err.post"));
        }
        return page(post, formaal, cell.orElse(null), mistakes);
    }

    private static Optional<UUID> id(String post) {
        try {
            return Optional.of(UUID.fromString(post.strip()));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private static ModelAndView page(String post, String purpose, @Nullable Cell cell, FormMistakes mistakes) {
        ModelAndView page = new ModelAndView(
                "operations/steward", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("mistakes", mistakes);
        page.addObject("post", post);
        page.addObject("purpose", purpose);
        page.addObject("purposes", Steward.PURPOSES);
        page.addObject("cell", cell);
        return page;
    }
}
