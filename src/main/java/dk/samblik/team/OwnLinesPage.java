package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.Category;
import dk.samblik.meeting.LedTo;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines;
import dk.samblik.meeting.OwnLines.Opened;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.OwnLinesScreen.Said;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The household's wishes, kept by who coordinates, and what was agreed, kept by the team. What somebody changed meanwhile is
 * not written over.
 */
@Controller
class OwnLinesPage {

    private final Looks looks;
    private final OwnContent content;
    private final OwnLines lines;

    OwnLinesPage(Looks looks, OwnContent content, OwnLines lines) {
        this.looks = looks;
        this.content = content;
        this.lines = lines;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/oensker")
    ModelAndView wishes(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return open(Kind.WISH, id, asked, words, frame);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/oensker")
    ModelAndView wish(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return write(Kind.WISH, id, form, words, frame);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/aftaler")
    ModelAndView agreements(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return open(Kind.AGREEMENT, id, asked, words, frame);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/aftaler")
    ModelAndView agreement(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> form,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        return write(Kind.AGREEMENT, id, form, words, frame);
    }

    private ModelAndView open(Kind kind, String id, MultiValueMap<String, String> asked, Words words, PageFrame frame) {
        Look look = looks.open(looks.doorToChange(id, frame.settings()), Access.Action.DETAIL, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        List<OwnLine> all = lines(look, kind);
        Led led = OwnContent.led(look, words);
        Optional<OwnLine> leads = named(all, asked.getFirst("foerte")).filter(led::offered);
        if (leads.isPresent()) {
            return page(look, leads.get(), led.value(leads.get()), new FormMistakes(), words);
        }
        OwnLineForm form =
                named(all, asked.getFirst("ret")).map(OwnLineForm::of).orElseGet(OwnLineForm::empty);
        Said said = new Said(OwnLineAsked.done(asked.toSingleValueMap()), null);
        return page(look, kind, form, said, HttpStatus.OK, new FormMistakes(), words);
    }

    private ModelAndView write(
            Kind kind, String id, MultiValueMap<String, String> written, Words words, PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        Look look = looks.open(door, Access.Action.DETAIL, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        if (!keeps(look, kind)) {
            throw looks.refuse(door, Set.of());
        }
        OwnLineForm form = OwnLineForm.of(written);
        FormMistakes mistakes = new FormMistakes();
        OwnLineAsked asked = OwnLineAsked.of(written.getFirst("handling")).orElse(OwnLineAsked.gem);
        if (asked == OwnLineAsked.foerte && kind == Kind.AGREEMENT) {
            return lead(look, form, written.getFirst("indsats"), words);
        }
        Optional<Opened> opened = form.opened();
        Optional<Written> read = asked == OwnLineAsked.gem ? read(look, kind, form, mistakes, words) : Optional.empty();
        if (!mistakes.none()) {
            return page(look, kind, form, Said.NOTHING, HttpStatus.UNPROCESSABLE_ENTITY, mistakes, words);
        }
        looks.open(door, kind == Kind.WISH ? Access.Action.WISH_CHANGED : Access.Action.AGREEMENT_CHANGED, Set.of());
        boolean done = switch (asked) {
            case gem -> lines.keep(door.household(), kind, opened, read.orElseThrow(), door.viewer());
            case slet -> opened.isPresent() && lines.delete(door.household(), kind, opened.get());
            case udfoert, aaben ->
                opened.isPresent()
                        && lines.done(door.household(), opened.get(), asked == OwnLineAsked.udfoert, door.viewer());
            case foerte -> false;
        };
        return done
                ? OwnPages.saved(door.household(), OwnLinesScreen.path(kind), asked.done())
                : page(look, kind, form, changed(look, opened), HttpStatus.PRECONDITION_FAILED, mistakes, words);
    }

    /** Notes what an agreement led to, among what this reader is shown of it now. */
    private ModelAndView lead(Look look, OwnLineForm form, @Nullable String chosen, Words words) {
        Door door = look.door();
        Led led = OwnContent.led(look, words);
        Optional<OwnLine> agreement = named(lines(look, Kind.AGREEMENT), form.line());
        if (agreement.isPresent() && !led.mayChange(agreement.get())) {
            throw looks.refuse(door, Set.of(Category.MEASURES));
        }
        Optional<LedTo> to = agreement.flatMap(line -> led.chosen(line, chosen));
        if (agreement.isPresent() && to.isEmpty() && !LedForm.NOTHING.equals(chosen)) {
            FormMistakes mistakes = new FormMistakes();
            mistakes.add("indsats-0", words.say("own.err.led"));
            return page(look, agreement.get(), "", mistakes, words);
        }
        looks.open(door, Access.Action.AGREEMENT_CHANGED, Set.of());
        Optional<Opened> opened = form.opened();
        return agreement.isPresent()
                        && opened.isPresent()
                        && lines.leads(door.household(), opened.get(), to.orElse(null), door.viewer())
                ? OwnPages.saved(door.household(), OwnLinesScreen.path(Kind.AGREEMENT), OwnLineAsked.foerte.done())
                : page(
                        look,
                        Kind.AGREEMENT,
                        OwnLineForm.empty(),
                        changed(look, opened),
                        HttpStatus.PRECONDITION_FAILED,
                        new FormMistakes(),
                        words);
    }

    private Optional<Written> read(Look look, Kind kind, OwnLineForm form, FormMistakes mistakes, Words words) {
        Optional<Written> read = form.read(
                kind,
                OwnLinesScreen.consenting(look.whole()).stream().map(Member::id).toList(),
                mistakes,
                words);
        long open =
                lines(look, kind).stream().filter(line -> line.done() == null).count();
        if (form.line().isEmpty() && open >= kind.most()) {
            mistakes.add("tekst", words.say("own.full." + kind, kind.most()));
        }
        return read;
    }

    /** Whose change came first; empty where the line, or somebody's consent, is gone. */
    private Said changed(Look look, Optional<Opened> opened) {
        String by = opened.flatMap(one -> named(content.of(look), one.line().toString()))
                .map(OwnLine::changedBy)
                .orElse("");
        return new Said(null, by);
    }

    private static boolean keeps(Look look, Kind kind) {
        return kind == Kind.AGREEMENT || OwnContent.keepsWishes(look);
    }

    private List<OwnLine> lines(Look look, Kind kind) {
        return content.of(look).stream().filter(line -> line.kind() == kind).toList();
    }

    private static Optional<OwnLine> named(List<OwnLine> lines, @Nullable String id) {
        return lines.stream().filter(line -> line.id().toString().equals(id)).findFirst();
    }

    /** The page with the question what one agreement led to. */
    private ModelAndView page(Look look, OwnLine agreement, String chosen, FormMistakes mistakes, Words words) {
        HttpStatus status = mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY;
        ModelAndView page = page(look, Kind.AGREEMENT, OwnLineForm.empty(), Said.NOTHING, status, mistakes, words);
        page.addObject("led", LedForm.of(agreement, chosen, OwnContent.led(look, words), words));
        return page;
    }

    private ModelAndView page(
            Look look, Kind kind, OwnLineForm form, Said said, HttpStatus status, FormMistakes mistakes, Words words) {
        ModelAndView page = new ModelAndView("team/own-lines", status);
        page.addObject("mistakes", mistakes);
        page.addObject(
                "own",
                OwnLinesScreen.of(
                        OwnContent.led(look, words), kind, lines(look, kind), form, keeps(look, kind), said, words));
        return page;
    }
}
