package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.meeting.OwnLine;
import dk.samblik.meeting.OwnLine.Kind;
import dk.samblik.meeting.OwnLine.Written;
import dk.samblik.meeting.OwnLines;
import dk.samblik.meeting.OwnLines.Opened;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.OwnLinesScreen.Said;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Member;
import java.util.List;
import java.util.Map;
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

    /** What a button of the page asks for, with what it says when it is done. */
    private enum Asked {
        gem("gemt"),
        slet("slettet"),
        udfoert("udfoert"),
        aaben("aabnet");

        private final String done;

        Asked(String done) {
            this.done = done;
        }

        static Optional<Asked> of(@Nullable String written) {
            for (Asked one : values()) {
                if (one.name().equals(written)) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        static @Nullable String done(Map<String, String> address) {
            for (Asked one : values()) {
                if (address.containsKey(one.done)) {
                    return one.done;
                }
            }
            return null;
        }
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
        OwnLineForm form = all.stream()
                .filter(line -> line.id().toString().equals(asked.getFirst("ret")))
                .findFirst()
                .map(OwnLineForm::of)
                .orElseGet(OwnLineForm::empty);
        Said said = new Said(Asked.done(asked.toSingleValueMap()), null);
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
        Asked asked = Asked.of(written.getFirst("handling")).orElse(Asked.gem);
        Optional<Opened> opened = form.opened();
        Optional<Written> read = asked == Asked.gem ? read(look, kind, form, mistakes, words) : Optional.empty();
        if (!mistakes.none()) {
            return page(look, kind, form, Said.NOTHING, HttpStatus.UNPROCESSABLE_ENTITY, mistakes, words);
        }
        looks.open(door, kind == Kind.WISH ? Access.Action.WISH_CHANGED : Access.Action.AGREEMENT_CHANGED, Set.of());
        boolean done = switch (asked) {
            case gem -> lines.keep(door.household(), kind, opened, read.orElseThrow(), door.viewer());
            case slet -> opened.isPresent() && lines.delete(door.household(), kind, opened.get());
            case udfoert, aaben ->
                opened.isPresent() && lines.done(door.household(), opened.get(), asked == Asked.udfoert, door.viewer());
        };
        return done
                ? OwnPages.saved(door.household(), OwnLinesScreen.path(kind), asked.done)
                : page(look, kind, form, changed(look, opened), HttpStatus.PRECONDITION_FAILED, mistakes, words);
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
        String by = opened.flatMap(one -> content.of(look).stream()
                        .filter(line -> line.id().equals(one.line()))
                        .findFirst())
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

    private ModelAndView page(
            Look look, Kind kind, OwnLineForm form, Said said, HttpStatus status, FormMistakes mistakes, Words words) {
        HouseholdView cut = look.door().seeing().of(look.whole());
        ModelAndView page = new ModelAndView("team/own-lines", status);
        page.addObject("mistakes", mistakes);
        page.addObject("own", OwnLinesScreen.of(cut, kind, lines(look, kind), form, keeps(look, kind), said, words));
        return page;
    }
}
