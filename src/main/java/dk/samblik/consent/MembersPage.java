package dk.samblik.consent;

import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.Cpr;
import dk.samblik.household.PersonId;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Changes who takes part in a household: choose, see what it comes to, confirm. Whoever said no is named to nobody but
 * somebody who has their number; it waits in the session, as for a household that is to be set up.
 */
@Controller
class MembersPage {

    private static final String ASKED = MembersPage.class.getName();

    private final DeskLook looks;
    private final Desk desk;
    private final HouseholdAccess access;
    private final DeskSteps steps;
    private final Residents residents;
    private final Consequences consequences;
    private final MemberChanges changes;

    MembersPage(
            DeskLook looks,
            Desk desk,
            HouseholdAccess access,
            DeskSteps steps,
            Residents residents,
            Consequences consequences,
            MemberChanges changes) {
        this.looks = looks;
        this.desk = desk;
        this.access = access;
        this.steps = steps;
        this.residents = residents;
        this.consequences = consequences;
        this.changes = changes;
    }

    /** One look at a household and at what is filled in. */
    private record Open(DeskLook.Look look, MembersForm form, DeskWords words) {

        String address() {
            return "/samtykker/husstande/" + look.household().id() + "/medlemmer";
        }
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/medlemmer")
    ModelAndView choose(@PathVariable String id, HttpSession session, Locale locale) {
        return choosing(open(id, Map.of(), session, locale), new FormMistakes());
    }

    /** Looks for somebody who is not on the page, by number; the number is in no address. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/medlemmer/nummer")
    ModelAndView find(
            @PathVariable String id, @RequestParam(defaultValue = "") String sog, HttpSession session, Locale locale) {
        Open open = open(id, Map.of(), session, locale);
        FormMistakes mistakes = new FormMistakes();
        Optional<Cpr> number = Cpr.read(sog.strip()).filter(cpr -> !cpr.replacement());
        if (number.isEmpty()) {
            mistakes.add("sog", open.words().say("consent.err.cpr"));
            return choosing(open, mistakes);
        }
        desk.search("BY_CPR");
        boolean found = residents
                .of(open.look().grant(), open.look().household().id(), number.get())
                .all()
                .stream()
                .anyMatch(resident -> is(resident, number.get()));
        if (!found) {
            mistakes.add("sog", open.words().say("members.err.elsewhere"));
            return choosing(open, mistakes);
        }
        session.setAttribute(ASKED, number.get());
        return DeskSteps.to(open.address());
    }

    private static boolean is(Resident resident, Cpr number) {
        return resident.person() != null && resident.person().numbers().contains(number);
    }

    /** What it comes to. Nothing is done yet, so it may be asked for as often as one likes. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/medlemmer")
    ModelAndView check(
            @PathVariable String id, @RequestParam Map<String, String> filled, HttpSession session, Locale locale) {
        Open open = open(id, filled, session, locale);
        FormMistakes mistakes = new FormMistakes();
        List<MemberChange> wanted = open.form().read(mistakes);
        return mistakes.none() ? checking(open, wanted, mistakes) : choosing(open, mistakes);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/medlemmer/nu")
    ModelAndView make(
            @PathVariable String id, @RequestParam Map<String, String> filled, HttpSession session, Locale locale) {
        Open open = open(id, filled, session, locale);
        FormMistakes mistakes = new FormMistakes();
        List<MemberChange> wanted = open.form().read(mistakes);
        String stand = filled.get("stand");
        if (stand == null || !mistakes.none()) {
            return changed(id, "", session, open.words());
        }
        if (!filled.containsKey("laest")) {
            mistakes.add("laest", open.words().say("end.err.laest"));
            return checking(open, wanted, mistakes);
        }
        try {
            MemberChanges.Done done = changes.make(
                    open.look(), new MemberChanges.Wanted(wanted, open.form().departed(), stand));
            session.removeAttribute(ASKED);
            return done(open, wanted, done);
        } catch (ChangedMeanwhile late) {
            return changed(id, late.by(), session, open.words());
        } catch (MemberChanges.InAnother elsewhere) {
            desk.refused(open.look().viewer(), open.look().household().id(), "MEMBER_OF_ANOTHER_HOUSEHOLD");
            mistakes.add("indhold", open.words().say("consent.err.elsewhere"));
            return choosing(open, mistakes);
        }
    }

    private Open open(String id, Map<String, String> filled, HttpSession session, Locale locale) {
        DeskLook.Look look = looks.at(id);
        DeskHousehold household = look.household();
        if (!household.enrolled() || !residents.holds(household.id())) {
            throw access.goneFromDesk(look.viewer(), household.id());
        }
        Cpr asked = session.getAttribute(ASKED) instanceof Cpr number ? number : null;
        DeskWords words = steps.words(locale);
        return new Open(look, new MembersForm(residents.of(look.grant(), household.id(), asked), filled, words), words);
    }

    private static ModelAndView choosing(Open open, FormMistakes mistakes) {
        ModelAndView page = page("consent/medlemmer", open, mistakes);
        page.addObject("rows", open.form().rows());
        page.addObject("reasons", SetUpForm.REASONS);
        page.addObject("declined", open.form().home().declined());
        page.addObject("departed", open.form().home().departed().size());
        return page;
    }

    private ModelAndView checking(Open open, List<MemberChange> wanted, FormMistakes mistakes) {
        ModelAndView page = page("consent/medlemmer-tjek", open, mistakes);
        page.addObject("said", open.form().said(wanted));
        page.addObject("carried", open.form().carried(wanted));
        page.addObject("stand", open.form().home().stand());
        page.addObject("consequence", consequence(open, wanted));
        page.addObject("outcome", MembersOutcome.of(open.form().home(), wanted));
        return page;
    }

    /** What the end of their consents comes to; null where no consent ends. */
    private @Nullable Consequence consequence(Open open, List<MemberChange> wanted) {
        List<PersonId> over = open.look().household().active().stream()
                .map(DeskPerson::id)
                .filter(person -> wanted.stream()
                        .anyMatch(change -> change.endsConsent()
                                && person.equals(change.who().id())))
                .toList();
        return over.isEmpty() ? null : consequences.of(open.look(), new Ending(over, new Withdrawn.Everything()));
    }

    /** To the receipt of what was taken back, to the recording for whoever takes part now, or to the history. */
    private static ModelAndView done(Open open, List<MemberChange> wanted, MemberChanges.Done done) {
        DeskHousehold household = open.look().household();
        if (!done.logged()) {
            return page("consent/ended-unlogged", open, new FormMistakes());
        }
        if (done.withdrawn() != null) {
            return DeskSteps.to(
                    "/samtykker/" + household.id() + "/" + EndingWay.WITHDRAW.path() + "/" + done.withdrawn());
        }
        boolean joins = wanted.stream().anyMatch(change -> change.to() == MemberChange.To.PARTICIPANT);
        return DeskSteps.to(
                joins && !done.over()
                        ? Step.HVEM.address(household.id())
                        : "/samtykker/" + household.id() + "/historik");
    }

    /** Somebody else was first, or the register has other people there than the page was filled in for. */
    private ModelAndView changed(String id, String by, HttpSession session, DeskWords words) {
        Open now = open(id, Map.of(), session, words.locale());
        FormMistakes mistakes = new FormMistakes();
        mistakes.add("indhold", words.changed(by));
        return DeskSteps.changed(choosing(now, mistakes));
    }

    private static ModelAndView page(String view, Open open, FormMistakes mistakes) {
        ModelAndView page = new ModelAndView(view);
        page.addObject("household", open.look().household());
        page.addObject("mistakes", mistakes);
        page.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
