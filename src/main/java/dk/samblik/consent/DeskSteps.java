package dk.samblik.consent;

import dk.samblik.access.SeeOther;
import dk.samblik.access.Staff;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the four steps of a recording have in common: the page, what is to be put right, and the way on. */
@Component
class DeskSteps {

    private final Desk desk;
    private final DeskDrafts drafts;
    private final Staff staff;
    private final MessageSource messages;
    private final CivilClock clock;

    DeskSteps(Desk desk, DeskDrafts drafts, Staff staff, MessageSource messages, CivilClock clock) {
        this.desk = desk;
        this.drafts = drafts;
        this.staff = staff;
        this.messages = messages;
        this.clock = clock;
    }

    /** A step, by the last word of its address. */
    enum Step {
        HVEM(1),
        HVAD(2),
        HVORDAN(3),
        TJEK(4);

        private final int number;

        Step(int number) {
            this.number = number;
        }

        String address(HouseholdAtDesk household) {
            return address(household.id());
        }

        String address(HouseholdId household) {
            return "/samtykker/husstande/" + household + "/" + name().toLowerCase(Locale.ROOT);
        }

        String template() {
            return "consent/" + name().toLowerCase(Locale.ROOT);
        }
    }

    DeskWords words(Locale locale) {
        return new DeskWords(messages, locale, clock.today());
    }

    /** What an employee is called; {@code ""} for nobody. */
    String name(String subject) {
        return subject.isEmpty() ? "" : staff.nameOf(subject);
    }

    /** The page of a step; with mistakes it is an answer that says so. */
    static ModelAndView page(Step step, Desk.Opened opened, FormMistakes mistakes, Object screen) {
        ModelAndView page = new ModelAndView(step.template());
        page.addObject("household", opened.household());
        page.addObject("revision", opened.kept().revision());
        page.addObject("mistakes", mistakes);
        page.addObject("screen", screen);
        page.addObject("step", step.number);
        page.addObject("back", before(step, opened.household()));
        page.setStatus(mistakes.none() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    /** Where the way back from a step leads. */
    private static String before(Step step, HouseholdAtDesk household) {
        return switch (step) {
            case HVEM -> "/samtykker/ny";
            case HVAD -> Step.HVEM.address(household);
            case HVORDAN -> Step.HVAD.address(household);
            case TJEK -> Step.HVORDAN.address(household);
        };
    }

    /** To another page, to be asked for by itself. */
    static ModelAndView to(String address) {
        return new ModelAndView(SeeOther.at(address));
    }

    /** Keeps the draft, seen at this revision; false where somebody changed it since. */
    boolean keep(Desk.Opened opened, DeskDraft draft, int revision) {
        return drafts.keep(
                opened.household().id(), draft, revision, opened.viewer().subject());
    }

    /** Says on the page that is shown anew that somebody changed it meanwhile. */
    static ModelAndView changed(ModelAndView page) {
        page.setStatus(HttpStatus.PRECONDITION_FAILED);
        return page;
    }

    /** The household as it is now, with what has become of it said as a mistake. */
    Desk.Opened anew(String id, FormMistakes mistakes, DeskWords words) {
        Desk.Opened now = desk.open(id);
        String by = now.kept().changedBy();
        String name = by == null ? "" : staff.nameOf(by);
        mistakes.add("indhold", words.changed(name));
        return now;
    }
}
