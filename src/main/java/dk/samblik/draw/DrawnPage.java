package dk.samblik.draw;

import dk.samblik.access.Access;
import dk.samblik.access.FreshSignIn;
import dk.samblik.access.Grant;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.enrolment.Addressee;
import dk.samblik.enrolment.DrawnList;
import dk.samblik.enrolment.DrawnList.Sealed;
import dk.samblik.programme.Programme.Protected;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who was drawn, by name: a row of the access log for each household, then the list or the letters. */
@Controller
class DrawnPage {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DrawPages pages;
    private final DrawnList drawn;
    private final DrawLooks looks;
    private final FreshSignIn fresh;

    DrawnPage(DrawPages pages, DrawnList drawn, DrawLooks looks, FreshSignIn fresh) {
        this.pages = pages;
        this.drawn = drawn;
        this.looks = looks;
        this.fresh = fresh;
    }

    /** Whom letters are for. */
    enum Letters {
        /** Who has no protected address. */
        OPEN,
        /** Who has one and is contacted another way. */
        PROTECTED,
        /** Everybody: only where the draw was made to write to protected households like the others. */
        ALL;

        boolean holds(Sealed one) {
            return this == ALL || one.protectedAddress() == (this == PROTECTED);
        }

        /** Those that a draw's choice about protected households leaves room for. */
        static List<Letters> of(Draw draw) {
            return draw.protection() == Protected.INCLUDE
                    ? List.of(OPEN, ALL)
                    : draw.protection() == Protected.OTHER_CHANNEL ? List.of(OPEN, PROTECTED) : List.of(OPEN);
        }
    }

    /** A household as the list shows it; of a protected one neither name nor address. */
    record Named(String number, String area, boolean hidden, String name, String address) {

        @Override
        public String toString() {
            return "Named[" + number + "]";
        }
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}/husstande")
    String list(@PathVariable String number, @ModelAttribute("words") Words words, Model model) {
        Draw draw = pages.locked(number);
        List<Sealed> sealed = drawn.of(number);
        Grant look = looks.note(Access.Action.VIEW, number, "drawn households", sealed);
        model.addAttribute("screen", pages.screen(draw, LotForm.of(draw), null, words));
        model.addAttribute("channels", Letters.of(draw));
        model.addAttribute("drawn", sealed.stream().map(one -> named(look, one)).toList());
        return "draw/drawn";
    }

    private Named named(Grant look, Sealed one) {
        if (one.protectedAddress()) {
            return new Named(one.number(), one.area(), true, "", "");
        }
        Addressee addressee = drawn.open(look, one);
        return new Named(one.number(), one.area(), false, addressee.name(), addressee.address());
    }

    /** The letters as lines for the municipality's own mail system. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/breve")
    ResponseEntity<byte[]> letters(
            @PathVariable String number,
            @RequestParam(defaultValue = "OPEN") String hvem,
            @ModelAttribute("words") Words words,
            HttpServletRequest request) {
        Draw draw = pages.locked(number);
        Letters letters = Letters.of(draw).stream()
                .filter(one -> one.name().equals(hvem))
                .findFirst()
                .orElse(Letters.OPEN);
        if (!fresh.holds(request)) {
            return SeeOther.instead(request, fresh.again(request, "/udtraek/" + number + "/husstande"));
        }
        List<Sealed> chosen = drawn.of(number).stream()
                .filter(letters::holds)
                .filter(one -> one.name() != null)
                .toList();
        Grant look = looks.note(Access.Action.EXPORT, number, "letters " + letters, chosen);
        LetterLines lines = new LetterLines(words.say("draw.letters.columns"));
        chosen.forEach(one -> {
            Addressee addressee = drawn.open(look, one);
            lines.add(one.number(), addressee.name(), addressee.address());
        });
        return Attachment.of(
                "udtraek-" + number + "-breve.csv", CSV, lines.text().getBytes(StandardCharsets.UTF_8));
    }
}
