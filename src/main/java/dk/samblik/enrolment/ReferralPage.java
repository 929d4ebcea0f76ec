package dk.samblik.enrolment;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.population.Population;
import dk.samblik.population.PopulationUnavailable;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A family is referred: by whom, for which of the programme's criteria, and to whom a letter goes. No case, no department. */
@Controller
class ReferralPage {

    static final String ADDRESS = ContactPage.ADDRESS + "/henvis";

    private final CurrentViewer viewers;
    private final LookRows looks;
    private final AccessLog log;
    private final Candidates candidates;
    private final Contacts contacts;
    private final Programmes programmes;
    private final Population population;

    ReferralPage(
            CurrentViewer viewers,
            LookRows looks,
            AccessLog log,
            Candidates candidates,
            Contacts contacts,
            Programmes programmes,
            Population population) {
        this.viewers = viewers;
        this.looks = looks;
        this.log = log;
        this.candidates = candidates;
        this.contacts = contacts;
        this.programmes = programmes;
        this.population = population;
    }

    @OpenTo(Viewer.Role.CONTACT)
    @GetMapping(ADDRESS)
    ModelAndView ask() {
        return page(viewers.require(), ReferralForm.EMPTY, new FormMistakes());
    }

    @OpenTo(Viewer.Role.CONTACT)
    @PostMapping(ADDRESS)
    ModelAndView refer(ReferralForm form, @ModelAttribute("words") Words words) {
        Viewer viewer = viewers.require();
        FormMistakes mistakes = new FormMistakes();
        List<Programme> open = open(viewer);
        form.check(open, viewer.areas(), mistakes, words);
        if (!mistakes.none()) {
            return page(viewer, form, mistakes);
        }
        Access line = looks.ofNobody(Access.Action.CANDIDATE_CHANGED, viewer, ContactPage.PURPOSE);
        Programme programme = form.programme(open);
        Optional<String> sought = form.sought(programme);
        if (sought.isPresent()) {
            log.record(List.of(line.as("ADDRESS_SOUGHT")));
        }
        String place = sought.flatMap(this::place).orElse(null);
        if (sought.isPresent() && place == null && form.alligevel() == null) {
            mistakes.add("adresse", words.say("referral.err.address"));
            return page(viewer, form, mistakes);
        }
        Optional<String> listed = Optional.ofNullable(place).flatMap(one -> contacts.listed(programme, one, viewer));
        if (listed.isPresent()) {
            mistakes.add("navn", words.say("referral.err.listed", listed.get()));
            return page(viewer, form, mistakes);
        }
        log.record(List.of(line.as("REFERRED")));
        candidates.refer(form.referral(programme, place), viewer);
        return new ModelAndView(SeeOther.at(ContactPage.ADDRESS));
    }

    /** A register that cannot be read knows no address; whoever refers says whether it is right all the same. */
    private Optional<String> place(String written) {
        try {
            population.load();
            return population.keyOf(written);
        } catch (PopulationUnavailable out) {
            return Optional.empty();
        }
    }

    /** Programmes that take referrals in an area of the viewer's. */
    private List<Programme> open(Viewer viewer) {
        return programmes.all().stream()
                .filter(one -> one.by(Programme.Mode.REFERRAL))
                .filter(one ->
                        one.areas().stream().anyMatch(area -> viewer.areas().contains(area.name())))
                .toList();
    }

    private ModelAndView page(Viewer viewer, ReferralForm form, FormMistakes mistakes) {
        ModelAndView page = new ModelAndView(
                "enrolment/referral", mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        page.addObject("referral", ReferralForm.Screen.of(open(viewer), viewer.areas(), form));
        page.addObject("mistakes", mistakes);
        return page;
    }
}
