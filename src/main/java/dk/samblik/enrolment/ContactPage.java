package dk.samblik.enrolment;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.HouseholdAccess;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.enrolment.Contacts.Choice;
import dk.samblik.enrolment.Contacts.Outcome;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programmes;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** Whom to write to, remind or call, and what they answered. Nobody is written to by the hub. */
@Controller
class ContactPage {

    static final String ADDRESS = "/kontakt";
    static final String PURPOSE = "contact";

    private final CurrentViewer viewers;
    private final HouseholdAccess access;
    private final LookRows looks;
    private final AccessLog log;
    private final Contacts contacts;
    private final Enrolments enrolments;
    private final Programmes programmes;
    private final CivilClock clock;

    ContactPage(
            CurrentViewer viewers,
            HouseholdAccess access,
            LookRows looks,
            AccessLog log,
            Contacts contacts,
            Enrolments enrolments,
            Programmes programmes,
            CivilClock clock) {
        this.viewers = viewers;
        this.access = access;
        this.looks = looks;
        this.log = log;
        this.contacts = contacts;
        this.enrolments = enrolments;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** A look at everybody whose name is on the page, in the log before any name is read. */
    @OpenTo(Viewer.Role.CONTACT)
    @GetMapping(ADDRESS)
    String list(ContactChoice choice, @ModelAttribute("words") Words words, Model model) {
        Viewer viewer = viewers.require();
        ContactList list = ContactList.of(contacts.all(viewer), choice, programmes, clock.today());
        List<HouseholdId> shown = list.page().stream().map(Candidate::logged).toList();
        Grant grant = log.record(
                shown.isEmpty()
                        ? List.of(looks.ofNobody(Access.Action.SEARCH, viewer, PURPOSE))
                        : looks.of(Access.Action.SEARCH, viewer, PURPOSE, shown));
        Map<UUID, Addressee> names = contacts.names(grant, list.page());
        model.addAttribute(
                "contact",
                ContactScreen.of(
                        list,
                        names,
                        programmes.all().stream()
                                .filter(one -> one.areas().stream()
                                        .anyMatch(area -> viewer.areas().contains(area.name())))
                                .map(one -> new ContactScreen.Towards(one, enrolments.progress(one)))
                                .toList(),
                        words));
        return "enrolment/contact";
    }

    /** Writes down what came of the contact. Shows nobody; the list it leads to is a look of its own. */
    @OpenTo(Viewer.Role.CONTACT)
    @PostMapping(ADDRESS + "/{id}")
    RedirectView move(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String trin,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String husstand,
            ContactChoice choice) {
        Viewer viewer = viewers.require();
        Candidate candidate = mine(id, viewer);
        Choice chosen = ContactChoice.step(trin, husstand);
        if (chosen == null) {
            return back(choice, candidate, "NOT_CHOSEN");
        }
        if (candidate.revision() != revision) {
            return back(choice, candidate, Outcome.CHANGED.name());
        }
        note(candidate, chosen.step().name(), viewer);
        return back(choice, candidate, contacts.move(candidate, chosen, viewer).name());
    }

    /** Takes the last change back. Shows nobody. */
    @OpenTo(Viewer.Role.CONTACT)
    @PostMapping(ADDRESS + "/{id}/fortryd")
    RedirectView undo(@PathVariable String id, @RequestParam(defaultValue = "0") int revision, ContactChoice choice) {
        Viewer viewer = viewers.require();
        Candidate candidate = mine(id, viewer);
        if (candidate.revision() != revision) {
            return back(choice, candidate, Outcome.CHANGED.name());
        }
        note(candidate, "UNDONE", viewer);
        Outcome outcome = contacts.undo(candidate, viewer);
        return back(choice, candidate, outcome == Outcome.DONE ? "UNDONE" : outcome.name());
    }

    private void note(Candidate candidate, String what, Viewer viewer) {
        Access line = looks.of(Access.Action.CANDIDATE_CHANGED, viewer, PURPOSE, List.of(candidate.logged()))
                .get(0);
        log.record(List.of(line.as(what)));
    }

    /** Another's, none and no id at all are answered alike, and the try is in the log. */
    private Candidate mine(String id, Viewer viewer) {
        return uuid(id).flatMap(wanted -> contacts.find(wanted, viewer))
                .orElseThrow(() -> access.notYours(viewer, PURPOSE));
    }

    private static Optional<UUID> uuid(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static RedirectView back(ContactChoice choice, Candidate candidate, String came) {
        return SeeOther.at(choice.address(candidate.id(), came));
    }
}
