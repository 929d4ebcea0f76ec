package dk.samblik.draw;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.SeeOther;
import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.consent.FormMistakes;
import dk.samblik.draw.Attempt.Came;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.Draw.Step;
import dk.samblik.draw.DrawScreen.Said;
import dk.samblik.draw.DrawScreen.Self;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.register.Registers;
import dk.samblik.retention.UnclosedDraws;
import dk.samblik.team.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** What the pages of a draw have in common: finding it, its screen, and the way back to it. */
@Component
class DrawPages {

    private static final String ADDRESS = "/udtraek/";

    private final Draws draws;
    private final Programmes programmes;
    private final Staff staff;
    private final CurrentViewer viewers;
    private final Registers registers;
    private final UnclosedDraws unclosed;
    private final CivilClock clock;

    DrawPages(
            Draws draws,
            Programmes programmes,
            Staff staff,
            CurrentViewer viewers,
            Registers registers,
            UnclosedDraws unclosed,
            CivilClock clock) {
        this.draws = draws;
        this.programmes = programmes;
        this.staff = staff;
        this.viewers = viewers;
        this.registers = registers;
        this.unclosed = unclosed;
        this.clock = clock;
    }

    /** The draw of this number; there is none where somebody made one up. */
    Draw find(String number) {
        return draws.find(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** As the other, for what there is only once it is locked. */
    Draw locked(String number) {
        Draw draw = find(number);
        if (!draw.locked()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return draw;
    }

    Programme programme(Draw draw) {
        return programmes
                .find(draw.programme())
                .orElseThrow(
                        () -> new IllegalStateException("no file in programmes/ has the code " + draw.programme()));
    }

    String self() {
        return viewers.require().subject();
    }

    /** Whether whoever looks prepares draws. */
    boolean officer() {
        return viewers.require().holds(Viewer.Role.DRAW_OFFICER);
    }

    /** Those who may lock a draw. */
    List<Staff.Place> approvers() {
        return staff.all().stream()
                .filter(place -> place.role() == Viewer.Role.DRAW_APPROVER)
                .toList();
    }

    DrawScreen screen(Draw draw, LotForm form, @Nullable Said said, Words words) {
        Viewer viewer = viewers.require();
        Self self = new Self(
                viewer.subject(), viewer.holds(Viewer.Role.DRAW_OFFICER), viewer.holds(Viewer.Role.DRAW_APPROVER));
        return new DrawScreen(
                words,
                draw,
                programme(draw),
                draws.tally(draw),
                names(draw),
                approvers(),
                self,
                form,
                said,
                draw.underway(clock.now()),
                draw.state() == State.LOCKED ? unclosed.lastDay(draw.lockedBy().at()) : null);
    }

    /** What came of the newest try to count or lock, where that is to be told and nothing was done about it since. */
    private @Nullable Said came(Draw draw, Words words) {
        Attempt attempt = draw.attempt();
        Step asked = draw.asked();
        Came came = attempt == null ? null : attempt.cameTo(clock.now());
        if (attempt == null
                || came == null
                || draw.locked()
                || asked != null && asked.at().isAfter(attempt.at())) {
            return null;
        }
        return switch (came) {
            case DONE, MEANWHILE -> null;
            case CHANGED -> new Said("warning", words.say("draw.changed.heading"), words.say("draw.changed"));
            case STOPPED -> said("info", attempt, words.say("draw.stopped"), words);
            case INTERRUPTED -> said("error", attempt, words.say("draw.interrupted"), words);
            case DOWN -> said("error", attempt, words.say("draw.down", title(attempt.register(), words)), words);
            case NO_POPULATION -> said("error", attempt, words.say("draw.down.population"), words);
            case NO_MUNICIPALITY -> said("error", attempt, words.say("draw.no-municipality"), words);
            case FAILED -> said("error", attempt, words.say("draw.failed"), words);
        };
    }

    private static Said said(String kind, Attempt attempt, String text, Words words) {
        return new Said(kind, words.say("draw.not." + attempt.what()), text);
    }

    private String title(@Nullable String register, Words words) {
        return registers
                .find(String.valueOf(register))
                .map(file -> file.title())
                .orElseGet(() -> words.say("draw.down.some"));
    }

    private static Stream<Step> steps(Draw draw) {
        return Stream.of(Optional.ofNullable(draw.asked()), Optional.ofNullable(draw.closed()))
                .flatMap(Optional::stream);
    }

    private Map<String, String> names(Draw draw) {
        Set<String> subjects = new TreeSet<>(Set.of(draw.made().by()));
        steps(draw).map(Step::by).forEach(subjects::add);
        if (draw.attempt() != null) {
            subjects.add(draw.attempt().by());
        }
        if (draw.lot() != null) {
            subjects.add(draw.prepared().approver());
        }
        if (draw.lock() != null) {
            subjects.add(draw.lockedBy().by());
        }
        Map<String, String> names = new HashMap<>();
        subjects.forEach(subject -> names.put(subject, staff.nameOf(subject)));
        names.put(Viewer.HUB.subject(), Viewer.HUB.name());
        return names;
    }

    /** The page of a draw; where something is to be put right, as 422. */
    ModelAndView page(
            Draw draw, LotForm form, FormMistakes mistakes, @Nullable Said said, HttpStatus status, Words words) {
        ModelAndView page = new ModelAndView("draw/draw", status);
        page.addObject("screen", screen(draw, form, said == null ? came(draw, words) : said, words));
        page.addObject("mistakes", mistakes);
        return page;
    }

    static RedirectView to(String number) {
        return SeeOther.at(ADDRESS + number);
    }
}
