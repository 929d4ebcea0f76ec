package dk.samblik.team;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.view.MyHouseholds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Fetching all households of a list that are not new: for how many that asks the sources is said first. */
@Controller
class FetchAllPage {

    private final CurrentViewer viewers;
    private final MyHouseholds mine;
    private final Fetching fetching;

    FetchAllPage(CurrentViewer viewers, MyHouseholds mine, Fetching fetching) {
        this.viewers = viewers;
        this.mine = mine;
        this.fetching = fetching;
    }

    /** How many there are to fetch; shows nobody. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/hent-alle")
    String check(Model model) {
        return show(fetching.together(mine.followed(viewers.require()).shown()).size(), model);
    }

    static String show(int due, Model model) {
        model.addAttribute("due", due);
        return "team/fetch-all";
    }

    /** Asks for each; what somebody else has begun meanwhile is joined. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/hent-alle")
    RedirectView fetch() {
        Viewer viewer = viewers.require();
        fetching.startAll(viewer, fetching.together(mine.followed(viewer).shown()));
        return SeeOther.at("/?hentes=ja");
    }
}
