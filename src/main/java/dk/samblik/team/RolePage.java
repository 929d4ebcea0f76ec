package dk.samblik.team;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of whoever sees no household: what the role may do now, and what comes later. Shows nobody, and counts nobody. */
@Controller
class RolePage {

    static final String ADDRESS = "/min-rolle";

    private final CurrentViewer viewers;

    RolePage(CurrentViewer viewers) {
        this.viewers = viewers;
    }

    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @GetMapping(ADDRESS)
    String role(Model model) {
        return show(viewers.require().role(), model);
    }

    static String show(Viewer.Role role, Model model) {
        model.addAttribute("role", role);
        return "team/role";
    }
}
