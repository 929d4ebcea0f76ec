package dk.samblik.draw;

import dk.samblik.access.Access;
import dk.samblik.access.FreshSignIn;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.consent.FormMistakes;
import dk.samblik.consent.Paper;
import dk.samblik.team.PageFrame;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is handed out of a locked draw: the protocol, on the page, on paper and as a file, and the control group's keys. */
@Controller
class HandOutPage {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DrawPages pages;
    private final Draws draws;
    private final LotKeys keys;
    private final DrawLooks looks;
    private final FreshSignIn fresh;
    private final Paper paper;

    HandOutPage(DrawPages pages, Draws draws, LotKeys keys, DrawLooks looks, FreshSignIn fresh, Paper paper) {
        this.pages = pages;
        this.draws = draws;
        this.keys = keys;
        this.looks = looks;
        this.fresh = fresh;
        this.paper = paper;
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}/protokol")
    String protocol(@PathVariable String number, @ModelAttribute("words") Words words, Model model) {
        Draw draw = pages.locked(number);
        model.addAttribute("screen", screen(draw, words));
        return "draw/protocol";
    }

    private ProtocolScreen screen(Draw draw, Words words) {
        return new ProtocolScreen(pages.screen(draw, LotForm.of(draw), null, words), keys.of(draw));
    }

    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @GetMapping("/udtraek/{number}/protokol/pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String number,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Locale locale) {
        Draw draw = pages.locked(number);
        looks.note(Access.Action.EXPORT, number, "protocol on paper");
        return Attachment.of(
                "udtraek-" + number + "-protokol.pdf",
                MediaType.APPLICATION_PDF,
                paper.pdf(
                        "draw/protocol-paper",
                        locale,
                        Map.of("screen", screen(draw, words), "words", words, "frame", frame)));
    }

    /** The file from which anybody can repeat the draw; after the closing it cannot be made again, so it is noted that it was taken. */
    @OpenTo({Viewer.Role.DRAW_OFFICER, Viewer.Role.DRAW_APPROVER})
    @PostMapping("/udtraek/{number}/protokol/fil")
    ResponseEntity<byte[]> file(@PathVariable String number) {
        Draw draw = pages.locked(number);
        if (draw.state() != Draw.State.LOCKED) {
            throw new ElsewhereNow(number);
        }
        looks.note(Access.Action.EXPORT, number, "protocol as a file");
        draws.protocolTaken(draw);
        return Attachment.of("udtraek-" + number + "-protokol.csv", CSV, Protocol.of(draw, keys.of(draw)));
    }

    /** The keys of the control group, once. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/kontrolgruppe")
    Object control(@PathVariable String number, HttpServletRequest request) {
        Draw draw = pages.locked(number);
        if (draw.state() != Draw.State.LOCKED || draw.lockedBy().controlTaken() != null) {
            throw new ElsewhereNow(number);
        }
        if (!fresh.holds(request)) {
            return SeeOther.instead(request, fresh.again(request, "/udtraek/" + number));
        }
        looks.note(Access.Action.EXPORT, number, "control group");
        StringBuilder text = new StringBuilder("draw;key;area\n");
        keys.takeControl(draw, pages.self())
                .forEach(line -> text.append(number)
                        .append(';')
                        .append(line.key())
                        .append(';')
                        .append(line.area())
                        .append('\n'));
        return Attachment.of(
                "udtraek-" + number + "-kontrolgruppe.csv", CSV, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Closes the draw: from then on nothing is left of those not drawn. */
    @OpenTo(Viewer.Role.DRAW_OFFICER)
    @PostMapping("/udtraek/{number}/luk")
    Object close(
            @PathVariable String number, @RequestParam Map<String, String> form, @ModelAttribute("words") Words words) {
        Draw draw = pages.locked(number);
        FormMistakes mistakes = new FormMistakes();
        if (draw.lockedBy().protocolTaken() == null) {
            mistakes.add("laest", words.say("draw.error.protocol"));
        } else if (!form.containsKey("laest")) {
            mistakes.add("laest", words.say("end.err.laest"));
        }
        if (!mistakes.none()) {
            return pages.page(draw, LotForm.of(draw), mistakes, null, HttpStatus.UNPROCESSABLE_ENTITY, words);
        }
        looks.note(Access.Action.DRAW, number, "closed");
        keys.close(draw, pages.self());
        return DrawPages.to(number);
    }
}
