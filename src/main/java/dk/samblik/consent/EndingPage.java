package dk.samblik.consent;

import dk.samblik.access.LogUnavailable;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.PersonId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Ends consents at the desk: choose, see what it comes to, confirm, and a receipt. Nobody is asked why. What the second
 * page said is what is done, or nothing is.
 */
@Controller
@RequestMapping(path = "/samtykker/{household}/{way:" + EndingWay.PATHS + "}")
class EndingPage {

    private final DeskLook looks;
    private final ConsentDocuments documents;
    private final Consequences consequences;
    private final Withdrawal withdrawal;
    private final ConsentVersions versions;
    private final Staff staff;

    EndingPage(
            DeskLook looks,
            ConsentDocuments documents,
            Consequences consequences,
            Withdrawal withdrawal,
            ConsentVersions versions,
            Staff staff) {
        this.looks = looks;
        this.documents = documents;
        this.consequences = consequences;
        this.withdrawal = withdrawal;
        this.versions = versions;
        this.staff = staff;
    }

    /** One look at a household with all there is to choose. */
    private record Open(
            DeskLook.Look look, EndingWay way, EndingOptions options, Map<PersonId, Set<String>> recipients) {}

    private Open open(String household, String way) {
        DeskLook.Look look = looks.at(household);
        Map<PersonId, Set<String>> agreed = new HashMap<>();
        look.household().active().forEach(person -> {
            Consent consent = person.consent();
            if (consent != null) {
                agreed.put(person.id(), documents.recipients(look.grant(), consent));
            }
        });
        return new Open(look, EndingWay.of(way), EndingOptions.of(look.household(), agreed), agreed);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping
    ModelAndView choose(@PathVariable String household, @PathVariable String way) {
        return choosing(open(household, way), EndingForm.EMPTY, List.of());
    }

    /** The second page: what it comes to. Nothing is done yet, so it may be asked for as often as one likes. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping
    ModelAndView check(@PathVariable String household, @PathVariable String way, EndingForm form) {
        Open open = open(household, way);
        Optional<Ending> ending = form.ending(open.way(), open.options(), open.recipients());
        return ending.map(one -> checking(open, form, consequences.of(open.look(), one), List.of()))
                .orElseGet(() -> choosing(open, form, problems(open, form)));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/nu")
    ModelAndView end(@PathVariable String household, @PathVariable String way, EndingForm form) {
        Open open = open(household, way);
        Optional<Ending> ending = form.ending(open.way(), open.options(), open.recipients());
        if (ending.isEmpty() || form.stand() == null) {
            return changed(open);
        }
        if (!form.read()) {
            return checking(open, form, consequences.of(open.look(), ending.get()), List.of("laest"));
        }
        try {
            return withdrawal
                    .end(
                            open.look().household().id(),
                            ending.get(),
                            form.stand(),
                            open.look().viewer(),
                            open.look().requestId())
                    .map(version -> receipt(open, version))
                    .orElseGet(() -> changed(open));
        } catch (ChangedMeanwhile late) {
            return changed(open);
        } catch (LogUnavailable afterwards) {
            return page("consent/ended-unlogged", open, HttpStatus.OK);
        }
    }

    private static ModelAndView receipt(Open open, String version) {
        return new ModelAndView(SeeOther.at(
                "/samtykker/" + open.look().household().id() + "/" + open.way().path() + "/" + version));
    }

    /** What was ended, and when it was gone: everything of that one act. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/{consent}/{version}")
    ModelAndView ended(
            @PathVariable String household,
            @PathVariable String way,
            @PathVariable String consent,
            @PathVariable int version) {
        DeskLook.Look look = looks.at(household);
        List<ConsentVersion> all = versions.of(look.household().id());
        ConsentVersion first = all.stream()
                .filter(one -> one.ends() && one.version() == version)
                .filter(one -> one.consent().equals(id(consent)))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<ConsentVersion> together = all.stream()
                .filter(one -> one.ends()
                        && one.recorded().equals(first.recorded())
                        && one.recordedBy().equals(first.recordedBy()))
                .toList();
        ModelAndView page = new ModelAndView("consent/ended");
        page.addObject("household", look.household());
        page.addObject("way", EndingWay.of(way));
        page.addObject("at", first.ended());
        page.addObject("by", Recorders.of(staff.all()).name(first.recordedBy()));
        page.addObject(
                "lines",
                HistoryLine.of(look.household(), all).stream()
                        .filter(line -> together.contains(line.version()))
                        .toList());
        return page;
    }

    private static UUID id(String written) {
        try {
            return UUID.fromString(written);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    /** Which of the two questions has no answer; where both have one, what was chosen is nothing they agreed to. */
    private static List<String> problems(Open open, EndingForm form) {
        boolean who = form.chosen(open.options()).isEmpty();
        boolean what = open.way() == EndingWay.WITHDRAW && form.what().isEmpty();
        if (who || what) {
            return what ? (who ? List.of("hvem", "hvad") : List.of("hvad")) : List.of("hvem");
        }
        return List.of("enig");
    }

    private static ModelAndView choosing(Open open, EndingForm form, List<String> problems) {
        ModelAndView page =
                page("consent/end", open, problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("options", open.options());
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    private static ModelAndView checking(Open open, EndingForm form, Consequence consequence, List<String> problems) {
        ModelAndView page =
                page("consent/end-check", open, problems.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("consequence", consequence);
        page.addObject("form", form);
        page.addObject("problems", problems);
        return page;
    }

    /** Somebody else was first; the page names who, where there is a name. */
    private ModelAndView changed(Open open) {
        ModelAndView page = page("consent/changed", open, HttpStatus.PRECONDITION_FAILED);
        List<ConsentVersion> all = versions.of(open.look().household().id());
        page.addObject(
                "by",
                all.isEmpty()
                        ? null
                        : Recorders.of(staff.all()).name(all.get(all.size() - 1).recordedBy()));
        return page;
    }

    private static ModelAndView page(String view, Open open, HttpStatus status) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("household", open.look().household());
        page.addObject("way", open.way());
        return page;
    }
}
