package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.LogReading.By;
import dk.samblik.access.LogReading.Found;
import dk.samblik.access.LogReading.Query;
import dk.samblik.access.LogRow;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.oversight.Subjects.Membership;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** The log written out for the citizen who asks who looked, and why (GDPR art. 15; Court of Justice, C-579/21). */
@Controller
class ExtractPage {

    private static final int MOST = 5000;

    private final Subjects subjects;
    private final OwnLooks looks;
    private final LogReading log;
    private final CivilClock clock;

    ExtractPage(Subjects subjects, OwnLooks looks, LogReading log, CivilClock clock) {
        this.subjects = subjects;
        this.looks = looks;
        this.log = log;
        this.clock = clock;
    }

    @OpenTo(Viewer.Role.DPO)
    @GetMapping("/opslagslog/udskrift")
    String form(@ModelAttribute("words") Words words, Model model) {
        model.addAttribute("screen", ExtractScreen.empty(words, clock.today()));
        return "oversight/extract";
    }

    /** The extract, to be read through and then printed. The person's number comes in the form and is not written back. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping("/opslagslog/udskrift")
    String extract(ExtractForm form, @ModelAttribute("words") Words words, HttpServletResponse response, Model model) {
        Map<String, String> errors = form.errors(clock.today());
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("screen", new ExtractScreen(words, clock.today(), form, errors, null));
            return "oversight/extract";
        }
        Cpr cpr = form.number().orElseThrow();
        Days days = form.days(clock.today()).orElseThrow();
        model.addAttribute(
                "screen", new ExtractScreen(words, clock.today(), form, Map.of(), paper(cpr, days, form, words)));
        return "oversight/extract";
    }

    private ExtractScreen.Paper paper(Cpr cpr, Days days, ExtractForm form, Words words) {
        List<Membership> memberships = subjects.memberships(cpr);
        Set<HouseholdId> households =
                memberships.stream().map(Membership::household).collect(Collectors.toUnmodifiableSet());
        Set<PersonId> persons = memberships.stream().map(Membership::person).collect(Collectors.toUnmodifiableSet());
        Grant look = looks.note(
                Access.Action.EXPORT,
                OwnLooks.ON_REQUEST,
                form.asked(days),
                households,
                persons.stream().findFirst().orElse(null));
        Found found = memberships.isEmpty()
                ? new Found(List.of(), 0)
                : log.find(
                        look,
                        new Query(days.begins(), days.ends(), By.EVERYBODY, households, persons, Set.of(), Set.of()),
                        MOST);
        Map<String, String> names = form.named()
                ? subjects.names(found.rows().stream().map(LogRow::actor).collect(Collectors.toSet()))
                : Map.of();
        return new ExtractScreen.Paper(
                subjects.name(cpr).orElse(""),
                cpr.masked(),
                days,
                log.begins(look).orElse(clock.now()),
                found.inAll() - found.rows().size(),
                new Extract(memberships, names, words).entries(found.rows()));
    }
}
