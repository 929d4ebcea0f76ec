package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.FreshSignIn;
import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.consent.Paper;
import dk.samblik.household.CivilClock;
import dk.samblik.oversight.SpotCheck.Assessment;
import dk.samblik.oversight.SpotCheck.Look;
import dk.samblik.team.PageFrame;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.view.RedirectView;

/** The monthly spot check: drawn by lot, assessed look by look, and reported on paper. */
@Controller
class SpotCheckPage {

    private static final String ADDRESS = "/opslagslog/stikproever/";
    private static final String FIELD = "opslag-";

    private final SpotChecks checks;
    private final OwnLooks looks;
    private final LogReading log;
    private final Lines lines;
    private final Subjects subjects;
    private final CurrentViewer viewers;
    private final FreshSignIn fresh;
    private final Paper sheets;
    private final CivilClock clock;

    SpotCheckPage(
            SpotChecks checks,
            OwnLooks looks,
            LogReading log,
            Lines lines,
            Subjects subjects,
            CurrentViewer viewers,
            FreshSignIn fresh,
            Paper sheets,
            CivilClock clock) {
        this.checks = checks;
        this.looks = looks;
        this.log = log;
        this.lines = lines;
        this.subjects = subjects;
        this.viewers = viewers;
        this.fresh = fresh;
        this.sheets = sheets;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog/stikproever")
    RedirectView draw() {
        Grant look = looks.note(Access.Action.SEARCH, "spot check drawn");
        return to(checks.draw(look, viewers.require().subject()));
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog/stikproever/{id}")
    String assess(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("screen", screen(id, Access.Action.VIEW, "spot check read", words));
        return "oversight/spot-check";
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog/stikproever/{id}/rapport")
    String report(@PathVariable String id, @ModelAttribute("words") Words words, Model model) {
        model.addAttribute("screen", screen(id, Access.Action.VIEW, "spot check reported", words));
        return "oversight/spot-check-report";
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog/stikproever/{id}/rapport/pdf")
    ResponseEntity<byte[]> paper(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Locale locale,
            HttpServletRequest request) {
        String report = ADDRESS + find(id).id() + "/rapport";
        if (!fresh.holds(request)) {
            return SeeOther.instead(request, fresh.again(request, report));
        }
        SpotCheckScreen screen = screen(id, Access.Action.EXPORT, "spot check reported on paper", words);
        return Attachment.of(
                "stikproeve-" + YearMonth.from(screen.check().month()) + ".pdf",
                MediaType.APPLICATION_PDF,
                sheets.pdf("oversight/report-paper", locale, Map.of("screen", screen, "words", words, "frame", frame)));
    }

    /** Saves what is chosen; a look without a choice stays as it was. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog/stikproever/{id}")
    RedirectView save(@PathVariable String id, @RequestParam Map<String, String> form) {
        SpotCheck check = find(id);
        Map<Integer, Assessment> found = new TreeMap<>();
        for (Look look : check.looks()) {
            Arrays.stream(Assessment.values())
                    .filter(each -> each.name().equals(form.get(FIELD + look.place())))
                    .forEach(said -> found.put(look.place(), said));
        }
        looks.note(Access.Action.VIEW, "spot check assessed");
        checks.assess(check.id(), found, viewers.require().subject());
        return to(check.id());
    }

    private SpotCheckScreen screen(String id, Access.Action action, String what, Words words) {
        SpotCheck check = find(id);
        Grant look = looks.note(action, what);
        Map<Long, Line> drawn =
                lines
                        .of(
                                log.rows(
                                                look,
                                                check.looks().stream()
                                                        .map(Look::seq)
                                                        .toList())
                                        .values(),
                                words)
                        .stream()
                        .collect(Collectors.toMap(Line::number, line -> line));
        String drawnBy = subjects.names(Set.of(check.drawnBy())).getOrDefault(check.drawnBy(), check.drawnBy());
        return new SpotCheckScreen(words, check, drawn, clock.today(), drawnBy);
    }

    private SpotCheck find(String id) {
        try {
            return checks.find(UUID.fromString(id))
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private static RedirectView to(UUID check) {
        return SeeOther.at(ADDRESS + check);
    }
}
