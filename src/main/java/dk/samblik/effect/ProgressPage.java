package dk.samblik.effect;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.effect.formula.Progress;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import dk.samblik.team.Looks;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import dk.samblik.team.PageFrame;
import dk.samblik.team.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** P1: how many figures of one household are better, unchanged or worse, for its team. No sum, no order, no other household. */
@Controller
class ProgressPage {

    static final String PURPOSE = "effect-progress";

    private final Looks looks;
    private final EffectStore store;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Database web;

    ProgressPage(
            Looks looks,
            EffectStore store,
            Programmes programmes,
            Indicators indicators,
            @Qualifier("webDatabase") Database web) {
        this.looks = looks;
        this.store = store;
        this.programmes = programmes;
        this.indicators = indicators;
        this.web = web;
    }

    /** What became of the figures at one follow-up. */
    public record At(int k, Progress progress) {}

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/fremgang")
    String progress(
            @PathVariable String id,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Model model) {
        Door door = looks.door(id, frame.settings());
        Look look = looks.openWhole(door, Access.Action.DETAIL, PURPOSE);
        model.addAttribute("household", door.household().toString());
        model.addAttribute("number", look.whole().frame().number());
        model.addAttribute("follow", of(door.household()));
        return "effect/progress";
    }

    private List<At> of(HouseholdId household) {
        String code = web.sql()
                .sql("select project_code from household where household_id = :id")
                .param("id", household.value())
                .query(String.class)
                .single();
        return programmes
                .find(code)
                .map(programme -> at(store.of(household, indicators.of(programme))))
                .orElse(List.of());
    }

    private static List<At> at(Map<Indicator, List<Series>> series) {
        List<At> all = new ArrayList<>();
        for (int k = 1; k <= Releasing.LAST; k++) {
            int follow = k;
            List<Progress.Change> changes = series.entrySet().stream()
                    .flatMap(one -> one.getValue().stream()
                            .flatMap(each -> Releasing.change(one.getKey(), each, follow).stream()))
                    .toList();
            if (!changes.isEmpty()) {
                all.add(new At(k, Progress.of(changes)));
            }
        }
        return all;
    }
}
