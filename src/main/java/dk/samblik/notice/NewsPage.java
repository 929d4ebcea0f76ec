package dk.samblik.notice;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.household.HouseholdId;
import dk.samblik.notice.News.Told;
import dk.samblik.notice.Notices.Page;
import dk.samblik.team.Words;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/** What is new in the reader's households, and the mark that it is read. */
@Controller
class NewsPage {

    private static final String WORK = "household-work";
    private static final int LAST = 10_000;

    private final CurrentViewer viewers;
    private final LookRows looks;
    private final AccessLog log;
    private final Notices notices;
    private final News news;

    NewsPage(CurrentViewer viewers, LookRows looks, AccessLog log, Notices notices, News news) {
        this.viewers = viewers;
        this.looks = looks;
        this.log = log;
        this.notices = notices;
        this.news = news;
    }

    /** A list with something of each household in it: a look at each, in the log first, as the list of households is. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/nyt")
    String news(
            @RequestParam(required = false) @Nullable String ulaeste,
            @RequestParam(defaultValue = "1") int side,
            @ModelAttribute("words") Words words,
            Model model) {
        Viewer viewer = viewers.require();
        boolean unreadOnly = ulaeste != null;
        int number = Math.max(1, Math.min(side, LAST));
        Page page = notices.page(viewer, unreadOnly, number);
        List<HouseholdId> households =
                page.notices().stream().map(Notice::household).distinct().toList();
        Grant grant = log.record(
                households.isEmpty()
                        ? List.of(looks.ofNobody(Access.Action.SEARCH, viewer, WORK))
                        : looks.of(Access.Action.SEARCH, viewer, WORK, households));
        List<Told> told = news.told(grant, page.notices(), viewer);
        forgetTheRest(page, told);
        model.addAttribute("news", NewsScreen.of(told, page, number, unreadOnly, notices.households(viewer), words));
        return "notice/news";
    }

    /** Of what consent or role has taken away since it was noted there is nothing to tell, and nothing to count either. */
    private void forgetTheRest(Page page, List<Told> told) {
        Set<Long> still = told.stream().map(one -> one.notice().id()).collect(Collectors.toSet());
        List<Long> gone = page.notices().stream()
                .map(Notice::id)
                .filter(id -> !still.contains(id))
                .toList();
        if (!gone.isEmpty()) {
            notices.forget(gone);
        }
    }

    /** What this reader was shown is read: of one household, or of all. Shows nobody. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/nyt/laest")
    RedirectView read(
            @RequestParam(defaultValue = "0") long til,
            @RequestParam(defaultValue = "") String husstand,
            @RequestParam(required = false) @Nullable String ulaeste) {
        Viewer viewer = viewers.require();
        if (husstand.isEmpty()) {
            notices.read(viewer.subject(), null, til);
        } else {
            household(husstand).ifPresent(one -> notices.read(viewer.subject(), one, til));
        }
        return SeeOther.at(ulaeste == null ? "/nyt" : "/nyt?ulaeste=1");
    }

    private static Optional<HouseholdId> household(String written) {
        try {
            return Optional.of(HouseholdId.of(written));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
