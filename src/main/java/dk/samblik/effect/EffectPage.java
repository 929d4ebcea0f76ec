package dk.samblik.effect;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.LookRows;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.team.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The effect figures as leaders see them: released ones only, by fixed cuts. They show nobody; what leaves is logged. */
@Controller
public class EffectPage {

    /** Why figures are taken out, in the words of the log. */
    public static final String EXPORT_PURPOSE = "effect-export";

    private final Releases releases;
    private final Reports reports;
    private final Programmes programmes;
    private final Indicators indicators;
    private final CurrentViewer viewers;
    private final LookRows rows;
    private final AccessLog log;

    EffectPage(
            Releases releases,
            Reports reports,
            Programmes programmes,
            Indicators indicators,
            CurrentViewer viewers,
            LookRows rows,
            AccessLog log) {
        this.releases = releases;
        this.reports = reports;
        this.programmes = programmes;
        this.indicators = indicators;
        this.viewers = viewers;
        this.rows = rows;
        this.log = log;
    }

    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @GetMapping("/effekt")
    String all(@ModelAttribute("words") Words words, Model model) {
        model.addAttribute(
                "programmes",
                programmes.all().stream()
                        .map(programme -> ProgrammeFacts.of(programme, words))
                        .toList());
        return "effect/programmes";
    }

    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @GetMapping("/effekt/{programme}")
    String one(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String halvaar,
            @RequestParam(required = false) @Nullable String forvaltning,
            @ModelAttribute("words") Words words,
            Model model) {
        Programme found = find(programme);
        List<Kept> all = releases.all(found.code());
        Kept chosen = halvaar == null ? all.stream().findFirst().orElse(null) : chosen(found, halvaar);
        EffectScreen screen = new EffectScreen(words, found, indicators.of(found), all, chosen, null);
        model.addAttribute("screen", screen.of(forvaltning));
        model.addAttribute(
                "report",
                chosen != null
                        && reports.of(found.code(), chosen.release().half(), words.language())
                                .isPresent());
        return "effect/effect";
    }

    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @GetMapping("/effekt/{programme}/{half}/tabel")
    ResponseEntity<byte[]> table(@PathVariable String programme, @PathVariable String half) {
        Kept kept = chosen(find(programme), half);
        log.record(List.of(rows.ofNobody(Access.Action.EXPORT, viewers.require(), EXPORT_PURPOSE)));
        Release release = kept.release();
        return Attachment.of(
                "effekt-" + release.programme() + "-" + release.half() + ".csv",
                new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8),
                EffectCsv.of(release));
    }

    @OpenTo({Viewer.Role.LEADER, Viewer.Role.EVALUATOR})
    @GetMapping("/effekt/{programme}/{half}/rapport")
    ResponseEntity<byte[]> report(
            @PathVariable String programme, @PathVariable String half, @ModelAttribute("words") Words words) {
        Release release = chosen(find(programme), half).release();
        byte[] pdf = reports.of(release.programme(), release.half(), words.language())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        log.record(List.of(rows.ofNobody(Access.Action.EXPORT, viewers.require(), EXPORT_PURPOSE)));
        return Attachment.of(
                "effektrapport-" + release.programme() + "-" + release.half() + ".pdf", MediaType.APPLICATION_PDF, pdf);
    }

    private Programme find(String code) {
        return programmes.find(code).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Kept chosen(Programme programme, String half) {
        return Half.read(half)
                .flatMap(read -> releases.of(programme.code(), read))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
