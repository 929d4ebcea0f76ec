package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.oversight.MistakenConsent.Assessment;
import dk.samblik.team.Words;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Consents that turned out never to have been valid: what was fetched and shown under each, and whether that was a breach of
 * personal data security that must be reported (GDPR art. 33).
 */
@Controller
class MistakesPage {

    static final String ADDRESS = "/opslagslog/fejlregistreringer";

    private final MistakenConsents mistakes;
    private final OwnLooks looks;
    private final LogReading log;
    private final Subjects subjects;
    private final CurrentViewer viewers;
    private final CivilClock clock;

    MistakesPage(
            MistakenConsents mistakes,
            OwnLooks looks,
            LogReading log,
            Subjects subjects,
            CurrentViewer viewers,
            CivilClock clock) {
        this.mistakes = mistakes;
        this.looks = looks;
        this.log = log;
        this.subjects = subjects;
        this.viewers = viewers;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping(ADDRESS)
    String read(@ModelAttribute("words") Words words, Model model) {
        Grant look = looks.note(Access.Action.VIEW, "consents registered by mistake read");
        List<MistakenConsent> all = mistakes.all();
        Set<HouseholdId> households =
                all.stream().map(one -> one.mistake().household()).collect(Collectors.toUnmodifiableSet());
        Set<UUID> consents = all.stream().map(one -> one.mistake().consent()).collect(Collectors.toUnmodifiableSet());
        model.addAttribute(
                "screen",
                new MistakesScreen(words, all, log.under(look, households, consents), names(all), clock.now()));
        return "oversight/mistakes";
    }

    private Map<String, String> names(List<MistakenConsent> all) {
        return subjects.names(all.stream()
                .flatMap(one -> Stream.of(
                        one.mistake().recordedBy(),
                        one.found() == null ? null : one.found().by()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** Saves what is chosen; what is left without a choice stays as it was. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping(ADDRESS)
    RedirectView save(@RequestParam Map<String, String> form) {
        Map<MistakenConsent, Assessment> found = new LinkedHashMap<>();
        for (MistakenConsent one : mistakes.all()) {
            Arrays.stream(Assessment.values())
                    .filter(each -> each.name().equals(form.get(one.field())))
                    .forEach(said -> found.put(one, said));
        }
        looks.note(Access.Action.VIEW, "consents registered by mistake assessed");
        mistakes.assess(found, viewers.require().subject());
        return SeeOther.at(ADDRESS);
    }
}
