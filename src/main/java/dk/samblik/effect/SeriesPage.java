package dk.samblik.effect;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Information;
import dk.samblik.access.LookRows;
import dk.samblik.access.Matrix;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Reader;
import dk.samblik.access.Sight;
import dk.samblik.access.Viewer;
import dk.samblik.effect.EffectStore.Of;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.team.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The series behind the figures, under pseudonyms, for the evaluator: those kinds that the matrix gives the role. Each look is
 * in the log first.
 */
@Controller
class SeriesPage {

    static final String PURPOSE = "effect-audit";

    private static final Set<Sight> GIVEN = Set.of(Sight.PSEUDONYMS, Sight.COUNTS);
    private static final int NAMED_BY = 10;

    private final EffectStore store;
    private final Programmes programmes;
    private final Indicators indicators;
    private final CurrentViewer viewers;
    private final LookRows rows;
    private final AccessLog log;

    SeriesPage(
            EffectStore store,
            Programmes programmes,
            Indicators indicators,
            CurrentViewer viewers,
            LookRows rows,
            AccessLog log) {
        this.store = store;
        this.programmes = programmes;
        this.indicators = indicators;
        this.viewers = viewers;
        this.rows = rows;
        this.log = log;
    }

    /** One series: the beginning of its pseudonyms, and its value at B and each F_k, in words. */
    public record Row(String household, String who, String area, String enrolled, List<String> values) {}

    @OpenTo(Viewer.Role.EVALUATOR)
    @GetMapping("/effekt/{programme}/serier")
    String series(
            @PathVariable String programme,
            @RequestParam(required = false) @Nullable String tal,
            @ModelAttribute("words") Words words,
            Model model) {
        Programme found =
                programmes.find(programme).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Indicator> given = indicators.of(found).indicators().stream()
                .filter(indicator -> GIVEN.contains(Matrix.of(Information.of(indicator.needs()), Reader.EVALUATOR)))
                .toList();
        Indicator chosen = given.stream()
                .filter(indicator -> indicator.code().equals(tal))
                .findFirst()
                .orElseGet(() -> given.get(0));
        log.record(List.of(rows.ofNobody(Access.Action.VIEW, viewers.require(), PURPOSE)));
        model.addAttribute("programme", found);
        model.addAttribute("given", given);
        model.addAttribute("chosen", chosen);
        model.addAttribute("follows", Releasing.LAST);
        model.addAttribute(
                "rows", rows(store.series(found.code(), indicators.of(found)).getOrDefault(chosen, Map.of()), words));
        return "effect/series";
    }

    private static List<Row> rows(Map<Of, Series> series, Words words) {
        List<Row> rows = new ArrayList<>();
        series.forEach((of, one) -> {
            List<String> values = new ArrayList<>();
            for (int k = 0; k <= Releasing.LAST; k++) {
                values.add(one.value(k).map(words::decimal).orElseGet(() -> words.say("effect.insufficient")));
            }
            rows.add(new Row(
                    of.household().substring(0, NAMED_BY),
                    of.who().substring(0, NAMED_BY),
                    of.area(),
                    of.enrolled().toString(),
                    values));
        });
        return rows;
    }
}
