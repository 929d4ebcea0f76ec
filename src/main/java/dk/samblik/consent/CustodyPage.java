package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.CustodyNote.SeenIn;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Cpr;
import dk.samblik.population.Person;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Notes by hand who has custody of a child or is an adult's guardian, where the population register leaves it open. Of anybody
 * else it leads back to the recording: there the register is the one that says it.
 */
@Controller
class CustodyPage {

    private final Desk desk;
    private final DeskSteps steps;
    private final CustodyNotes notes;
    private final CivilClock clock;

    CustodyPage(Desk desk, DeskSteps steps, CustodyNotes notes, CivilClock clock) {
        this.desk = desk;
        this.steps = steps;
        this.notes = notes;
        this.clock = clock;
    }

    /** The member it is about, in what capacity somebody is to be noted, and what the page is opened on. */
    private record Open(Desk.Opened opened, DeskMember member, Capacity capacity, String stand, DeskWords words) {

        String name() {
            return words.name(opened.household(), member);
        }

        /** Two may have custody of a child; one is an adult's guardian. */
        List<String> fields() {
            return capacity == Capacity.GUARDIAN ? List.of("cpr-1") : List.of("cpr-1", "cpr-2");
        }
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/foraeldremyndighed/{person}")
    ModelAndView ask(@PathVariable String id, @PathVariable String person, Locale locale) {
        Desk.Opened opened = desk.open(id);
        return open(opened, person, locale)
                .map(open -> page(open, Map.of(), new FormMistakes()))
                .orElseGet(() -> DeskSteps.to(Step.HVEM.address(opened.household())));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/foraeldremyndighed/{person}")
    ModelAndView note(
            @PathVariable String id,
            @PathVariable String person,
            @RequestParam Map<String, String> form,
            Locale locale) {
        Desk.Opened opened = desk.open(id);
        return open(opened, person, locale)
                .map(open -> note(open, form, () -> open(desk.open(id), person, locale)))
                .orElseGet(() -> DeskSteps.to(Step.HVEM.address(opened.household())));
    }

    private ModelAndView note(Open open, Map<String, String> form, Supplier<Optional<Open>> anew) {
        FormMistakes mistakes = new FormMistakes();
        Optional<CustodyNote> note = read(open, form, mistakes);
        if (note.isEmpty()) {
            return page(open, form, mistakes);
        }
        try {
            notes.keep(
                    open.opened().household().id(),
                    note.get(),
                    form.getOrDefault("stand", "-"),
                    desk.by(open.opened().viewer()));
            return DeskSteps.to(Step.HVEM.address(open.opened().household()));
        } catch (ChangedMeanwhile late) {
            mistakes.add("indhold", open.words().changed(steps.name(late.by())));
            return DeskSteps.changed(page(anew.get().orElse(open), Map.of(), mistakes));
        }
    }

    /** Empty where the register says who must consent for this member, or there is no such member. */
    private Optional<Open> open(Desk.Opened opened, String person, Locale locale) {
        DeskWords words = steps.words(locale);
        return opened.household()
                .member(person)
                .filter(DeskMember::byHand)
                .map(member -> new Open(
                        opened,
                        member,
                        member.childOn(clock.today()) ? Capacity.CUSTODY_HOLDER : Capacity.GUARDIAN,
                        notes.stand(member.id()),
                        words));
    }

    private Optional<CustodyNote> read(Open open, Map<String, String> form, FormMistakes mistakes) {
        Set<Cpr> holders = holders(open, form, mistakes);
        Optional<SeenIn> seenIn = Arrays.stream(SeenIn.values())
                .filter(value -> value.name().equals(form.get("kilde")))
                .findFirst();
        if (seenIn.isEmpty()) {
            mistakes.add("kilde-" + SeenIn.FAMILY_COURT, open.words().say("custody.err.source"));
        }
        Optional<LocalDate> seenOn = seenOn(ThreeFields.of("dato", form), open.words(), mistakes);
        if (!mistakes.none() || seenIn.isEmpty() || seenOn.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CustodyNote(
                UUID.randomUUID(),
                open.member().id(),
                open.capacity(),
                holders,
                seenIn.get(),
                seenOn.get(),
                open.opened().viewer().subject(),
                clock.now()));
    }

    private static Optional<LocalDate> seenOn(ThreeFields written, DeskWords words, FormMistakes mistakes) {
        Optional<LocalDate> day = written.date();
        String wrong = written.empty() ? "custody.err.date" : "consent.err.date.wrong";
        if (day.isEmpty()) {
            mistakes.add("dato-dag", words.say(wrong));
        } else if (day.get().isAfter(words.today())) {
            mistakes.add("dato-dag", words.say("consent.err.date.future"));
        }
        return day;
    }

    /** The numbers that were written; none of them is shown again. */
    private static Set<Cpr> holders(Open open, Map<String, String> form, FormMistakes mistakes) {
        Set<Cpr> holders = new LinkedHashSet<>();
        Person subject = open.member().person();
        for (String field : open.fields()) {
            String written = form.getOrDefault(field, "").strip();
            Optional<Cpr> number = Cpr.read(written).filter(cpr -> !cpr.replacement());
            if (number.isPresent()) {
                boolean self = subject != null && subject.numbers().contains(number.get());
                if (self || !holders.add(number.get())) {
                    mistakes.add(field, open.words().say("custody.err.other"));
                }
            } else if (field.equals("cpr-1") || !written.isEmpty()) {
                mistakes.add(field, open.words().say("consent.err.cpr"));
            }
        }
        return holders;
    }

    private static ModelAndView page(Open open, Map<String, String> form, FormMistakes mistakes) {
        ModelAndView page = new ModelAndView("consent/foraeldremyndighed");
        page.addObject("household", open.opened().household());
        page.addObject("person", open.member().id().toString());
        page.addObject("name", open.name());
        page.addObject("reason", open.words().reason(open.opened().household(), open.member()));
        page.addObject("capacity", open.capacity());
        page.addObject("fields", open.fields());
        page.addObject("sources", SeenIn.values());
        page.addObject("chosen", form.getOrDefault("kilde", ""));
        page.addObject("seen", ThreeFields.of("dato", form));
        page.addObject("stand", open.stand());
        page.addObject("mistakes", mistakes);
        page.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }
}
