package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.CurrentViewer;
import dk.samblik.access.FreshSignIn;
import dk.samblik.access.Grant;
import dk.samblik.access.LogReading;
import dk.samblik.access.LogReading.By;
import dk.samblik.access.LogReading.Found;
import dk.samblik.access.LogReading.Query;
import dk.samblik.access.LogRow;
import dk.samblik.access.OpenTo;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Viewer;
import dk.samblik.consent.Attachment;
import dk.samblik.consent.Paper;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.PersonId;
import dk.samblik.oversight.Subjects.Membership;
import dk.samblik.team.PageFrame;
import dk.samblik.team.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The log written out for the citizen who asks who looked, and why (GDPR art. 15; Court of Justice, C-579/21): first on the
 * screen, to be read through, then as PDF. Each making is in the log before.
 */
@Controller
class ExtractPage {

    private static final String ADDRESS = "/opslagslog/udskrift";
    private static final int MOST = 5000;

    private final Subjects subjects;
    private final OwnLooks looks;
    private final LogReading log;
    private final Paper sheets;
    private final CurrentViewer viewers;
    private final FreshSignIn fresh;
    private final CivilClock clock;

    ExtractPage(
            Subjects subjects,
            OwnLooks looks,
            LogReading log,
            Paper sheets,
            CurrentViewer viewers,
            FreshSignIn fresh,
            CivilClock clock) {
        this.subjects = subjects;
        this.looks = looks;
        this.log = log;
        this.sheets = sheets;
        this.viewers = viewers;
        this.fresh = fresh;
        this.clock = clock;
    }

    /** The form; with what was written before somebody was sent to sign in again. */
    @OpenTo(Viewer.Role.DPO)
    @GetMapping(ADDRESS)
    ModelAndView form(
            @RequestParam(required = false) @Nullable String udskrift,
            @ModelAttribute("words") Words words,
            HttpServletRequest request) {
        ExtractForm form = asked(request).find(udskrift).orElse(ExtractForm.NOTHING);
        return page(new ExtractScreen(words, clock.today(), form, Map.of(), null), HttpStatus.OK);
    }

    /** The extract, to be read through. The person's number comes in the form and is not written back. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping(ADDRESS)
    ModelAndView extract(ExtractForm written, @ModelAttribute("words") Words words, HttpServletRequest request) {
        AskedExtracts asked = asked(request);
        ExtractForm form = asked.whole(written);
        Map<String, String> errors = form.errors(clock.today());
        if (!errors.isEmpty()) {
            return page(new ExtractScreen(words, clock.today(), form, errors, null), HttpStatus.UNPROCESSABLE_ENTITY);
        }
        ExtractForm kept = asked.keep(form);
        return fresh.holds(request)
                ? page(made(kept, "", words), HttpStatus.OK)
                : new ModelAndView(new RedirectView(signInAgain(kept, request), true));
    }

    /** What was read through, as PDF; where the session does not know it any more, and nothing is asked, to the form. */
    @OpenTo(Viewer.Role.DPO)
    @PostMapping(ADDRESS + "/pdf")
    ResponseEntity<byte[]> pdf(
            ExtractForm written,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame,
            Locale locale,
            HttpServletRequest request) {
        AskedExtracts asked = asked(request);
        ExtractForm form = asked.find(written.udskrift()).orElse(written);
        if (!form.errors(clock.today()).isEmpty()) {
            return SeeOther.instead(request, ADDRESS);
        }
        if (!fresh.holds(request)) {
            return SeeOther.instead(request, signInAgain(asked.keep(form), request));
        }
        ExtractScreen screen = made(form, "on paper, ", words);
        return Attachment.of(
                "opslagslog-" + clock.today() + ".pdf",
                MediaType.APPLICATION_PDF,
                sheets.pdf(
                        "oversight/extract-paper", locale, Map.of("screen", screen, "words", words, "frame", frame)));
    }

    private AskedExtracts asked(HttpServletRequest request) {
        return AskedExtracts.of(request.getSession(), viewers.require().subject());
    }

    private String signInAgain(ExtractForm kept, HttpServletRequest request) {
        return fresh.again(request, ADDRESS + "?udskrift=" + kept.udskrift());
    }

    private static ModelAndView page(ExtractScreen screen, HttpStatus status) {
        return new ModelAndView("oversight/extract", Map.of("screen", screen), status);
    }

    private ExtractScreen made(ExtractForm form, String how, Words words) {
        Cpr cpr = form.number().orElseThrow();
        Days days = form.days(clock.today()).orElseThrow();
        return new ExtractScreen(
                words, clock.today(), form, Map.of(), paper(cpr, days, form, how + form.asked(days), words));
    }

    private ExtractScreen.Paper paper(Cpr cpr, Days days, ExtractForm form, String asked, Words words) {
        List<Membership> memberships = subjects.memberships(cpr);
        Set<HouseholdId> households =
                memberships.stream().map(Membership::household).collect(Collectors.toUnmodifiableSet());
        Set<PersonId> persons = memberships.stream().map(Membership::person).collect(Collectors.toUnmodifiableSet());
        Grant look = looks.note(
                Access.Action.EXPORT,
                OwnLooks.ON_REQUEST,
                asked,
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
