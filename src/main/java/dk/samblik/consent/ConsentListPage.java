package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The consents of the households a desk follows, and the history of one household's. */
@Controller
class ConsentListPage {

    private final DeskLook looks;
    private final ConsentVersions versions;
    private final MemberChanges changes;
    private final Evidence evidence;
    private final Staff staff;

    ConsentListPage(DeskLook looks, ConsentVersions versions, MemberChanges changes, Evidence evidence, Staff staff) {
        this.looks = looks;
        this.versions = versions;
        this.changes = changes;
        this.evidence = evidence;
        this.staff = staff;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker")
    String list(ListChoice choice, Model model) {
        model.addAttribute("list", ListScreen.of(looks.followed(), choice, Recorders.of(staff.all())));
        return "consent/list";
    }

    /** Every version there ever was, and every change of who belongs; none is changed, the newest says what holds. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/{household}/historik")
    String history(@PathVariable("household") String written, Model model) {
        DeskHousehold household = looks.at(written).household();
        HouseholdId id = household.id();
        model.addAttribute("household", household);
        model.addAttribute("recorders", Recorders.of(staff.all()));
        model.addAttribute("members", changes.of(id));
        model.addAttribute("papers", evidence.of(id));
        model.addAttribute(
                "history", HistoryLine.of(household, versions.of(List.of(id)).getOrDefault(id, List.of())));
        return "consent/history";
    }
}
