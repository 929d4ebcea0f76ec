package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.team.Sought.Found;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.MyHouseholds;
import dk.samblik.view.MyHouseholds.Followed;
import dk.samblik.view.Recipients;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Finds a household among those the reader follows. What is typed comes in the body of a request and is kept nowhere; the
 * log has that somebody searched, what was opened for it, and what was found.
 */
@Controller
class SearchPage {

    /** Why a household found stands in the log, beside the list that was looked through. */
    static final String PURPOSE = "household-search";

    private final CurrentViewer viewers;
    private final LookRows looks;
    private final AccessLog log;
    private final MyHouseholds mine;
    private final Recipients recipients;

    SearchPage(CurrentViewer viewers, LookRows looks, AccessLog log, MyHouseholds mine, Recipients recipients) {
        this.viewers = viewers;
        this.looks = looks;
        this.log = log;
        this.mine = mine;
        this.recipients = recipients;
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/")
    ModelAndView search(
            @RequestParam(defaultValue = "") String sog,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Viewer viewer = viewers.require();
        Optional<Sought> sought = Sought.read(sog);
        ModelAndView page = new ModelAndView("team/search");
        page.addObject(
                "search",
                sought.map(one -> find(one, sog, viewer, frame, words)).orElseGet(() -> SearchScreen.tooShort(sog)));
        page.setStatus(sought.isPresent() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** To compare is to open, so each household looked through stands in the log first, as for the list; then each found. */
    private SearchScreen find(Sought sought, String written, Viewer viewer, PageFrame frame, Words words) {
        Followed followed = mine.followed(viewer);
        List<Access> rows = new ArrayList<>();
        rows.add(looks.ofNobody(Access.Action.SEARCH, viewer, PURPOSE));
        rows.addAll(looks.of(Access.Action.SEARCH, viewer, StartPage.PURPOSE, followed.shown()));
        Grant grant = log.record(rows);
        Seeing seeing = Seeing.of(viewer, frame.settings(), recipients, followed.shown());
        List<HouseholdView> open = mine.inForce(grant, followed, seeing::of);
        List<Found> found =
                open.stream().map(sought::in).flatMap(Optional::stream).toList();
        if (!found.isEmpty()) {
            log.record(looks.of(
                    Access.Action.SEARCH,
                    viewer,
                    PURPOSE,
                    found.stream().map(one -> one.view().frame().household()).toList()));
        }
        return SearchScreen.of(written, found, followed, words);
    }
}
