package dk.samblik.team;

import dk.samblik.access.Access;
import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Meetings;
import dk.samblik.meeting.Meetings.Setting;
import dk.samblik.team.Looks.Door;
import dk.samblik.team.Looks.Look;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** When a household meets its team next: set by anybody in the team, at once, and taken back as easily. */
@Controller
class MeetingDatePage {

    private static final String ADDRESS = "moededato";

    private final Looks looks;
    private final Meetings meetings;
    private final CivilClock clock;

    MeetingDatePage(Looks looks, Meetings meetings, CivilClock clock) {
        this.looks = looks;
        this.meetings = meetings;
        this.clock = clock;
    }

    private record Answer(
            HttpStatus status, boolean saved, @Nullable MeetingForm written, FormMistakes mistakes) {

        static Answer of(HttpStatus status, @Nullable MeetingForm written) {
            return new Answer(status, false, written, new FormMistakes());
        }
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @GetMapping("/husstande/{id}/" + ADDRESS)
    ModelAndView choose(
            @PathVariable String id,
            @RequestParam Map<String, String> asked,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        boolean saved = asked.containsKey(OwnPages.SAVED);
        return page(
                looks.doorToChange(id, frame.settings()),
                new Answer(HttpStatus.OK, saved, null, new FormMistakes()),
                words);
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.TEAM})
    @PostMapping("/husstande/{id}/" + ADDRESS)
    ModelAndView set(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @ModelAttribute("words") Words words,
            @ModelAttribute("frame") PageFrame frame) {
        Door door = looks.doorToChange(id, frame.settings());
        MeetingForm written = MeetingForm.of(form);
        FormMistakes mistakes = new FormMistakes();
        boolean cancels = form.containsKey("aflys");
        Optional<MeetingForm.Read> read = cancels ? Optional.empty() : written.read(clock.local(), mistakes, words);
        if (!mistakes.none()) {
            return page(door, new Answer(HttpStatus.UNPROCESSABLE_ENTITY, false, written, mistakes), words);
        }
        int opened = OwnPages.number(form.get("revision"));
        if (opened != newest(door.household())) {
            return page(door, Answer.of(HttpStatus.PRECONDITION_FAILED, written), words);
        }
        Look look = looks.open(door, Access.Action.MEETING_SET, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        boolean done = meetings.set(
                door.household(),
                read.map(MeetingForm.Read::day).orElse(null),
                read.map(MeetingForm.Read::hour).orElse(null),
                opened,
                door.viewer());
        return done
                ? OwnPages.saved(door.household(), ADDRESS, OwnPages.SAVED)
                : page(door, Answer.of(HttpStatus.PRECONDITION_FAILED, written), words);
    }

    private int newest(HouseholdId household) {
        List<Setting> settings = meetings.settings(household);
        return settings.isEmpty() ? 0 : settings.get(0).number();
    }

    private ModelAndView page(Door door, Answer answer, Words words) {
        Look look = looks.open(door, Access.Action.DETAIL, Set.of());
        if (look.whole().consent().none()) {
            return OwnPages.empty(look.whole());
        }
        ModelAndView page = new ModelAndView("team/meeting-date", answer.status());
        page.addObject("mistakes", answer.mistakes());
        page.addObject(
                "meeting",
                MeetingDateScreen.of(
                        door.household(),
                        look.whole().frame().number(),
                        look.whole().frame().meeting(),
                        meetings.settings(door.household()),
                        answer.written(),
                        meetings.held(door.household()),
                        new CoordinatorScreen.Moment(
                                answer.saved(),
                                answer.status() == HttpStatus.PRECONDITION_FAILED,
                                door.viewer().subject()),
                        words));
        return page;
    }
}
