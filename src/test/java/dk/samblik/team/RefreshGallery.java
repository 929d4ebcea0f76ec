package dk.samblik.team;

import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import dk.samblik.household.HouseholdId;
import dk.samblik.household.RunId;
import dk.samblik.register.RegisterFile;
import dk.samblik.run.Progress.Event;
import dk.samblik.run.Progress.Step;
import dk.samblik.run.Run;
import dk.samblik.run.RunSummary;
import dk.samblik.run.RunSummary.State;
import dk.samblik.team.RefreshScreen.Found;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A fetch from the queue to each of its ends, and one whose page has lost the connection. */
@TestComponent
@Controller
class RefreshGallery {

    /** Each state of a fetch: what its run is, what became of the household, and what was told of the registers. */
    private enum Shown {
        KOE(State.QUEUED, "PENDING", Told.NOTHING),
        NAT(State.QUEUED, "PENDING", Told.NOTHING),
        KONTROL(State.RUNNING, "CLAIMED", Told.NOTHING),
        UDEN_KILDER(State.RUNNING, "CLAIMED", Told.NONE_ASKED),
        I_GANG(State.RUNNING, "CLAIMED", Told.UNDER_WAY),
        FORBINDELSE(State.RUNNING, "CLAIMED", Told.UNDER_WAY),
        NYT(State.DONE, "UPDATED", Told.ANSWERED),
        INTET_NYT(State.DONE, "UNCHANGED", Told.ANSWERED),
        SLUT(State.DONE_WITH_GAPS, "KEPT", Told.ONE_DOWN),
        TRUKKET(State.DONE, "CLOSED", Told.UNDER_WAY),
        STOPPET(State.STOPPED, "", Told.UNDER_WAY),
        FEJL(State.FAILED, "FAILED", Told.UNDER_WAY);

        private final State state;
        private final Map<String, Integer> households;
        private final Told told;

        Shown(State state, String household, Told told) {
            this.state = state;
            this.households = household.isEmpty() ? Map.of() : Map.of(household, 1);
            this.told = told;
        }

        private String address() {
            return "/galleri/hentning/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private RunId run() {
            return new RunId(new UUID(7, ordinal()));
        }
    }

    /** The last that was heard of the registers, in their order. */
    private enum Told {
        NOTHING(List.of()),
        NONE_ASKED(List.of(Step.NOT_IN_SCOPE, Step.NOT_IN_SCOPE, Step.NOT_IN_SCOPE, Step.NOT_IN_SCOPE)),
        UNDER_WAY(List.of(Step.DONE, Step.READING, Step.FETCHING, Step.NOT_IN_SCOPE)),
        ANSWERED(List.of(Step.DONE, Step.DONE, Step.DONE, Step.NOT_IN_SCOPE)),
        ONE_DOWN(List.of(Step.DONE, Step.DONE, Step.DOWN, Step.NOT_IN_SCOPE));

        private final List<Step> steps;

        Told(List<Step> steps) {
            this.steps = steps;
        }
    }

    static final List<String> ADDRESSES =
            Stream.of(Shown.values()).map(Shown::address).toList();

    /** Where the connection is lost. */
    static final String LOST = Shown.FORBINDELSE.address();

    private static final List<RegisterFile> REGISTERS = List.of(
            register("jobcenter", "Jobcenter", Department.EMPLOYMENT),
            register("boern-og-unge", "Børn og Unge", Department.CHILDREN),
            register("social", "Social, sundhed og omsorg", Department.SOCIAL),
            register("bolig", "Boligforeningen", Department.HOUSING));
    private static final List<Integer> FACTS = List.of(12, 18, 0, 0);

    private final MessageSource messages;
    private final CivilClock clock;

    RefreshGallery(MessageSource messages, CivilClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    private static RegisterFile register(String name, String title, Department department) {
        return new RegisterFile(
                name,
                title,
                department,
                RegisterFile.Kind.JDBC,
                Duration.ofHours(26),
                null,
                null,
                List.of(),
                List.of(),
                null);
    }

    @GetMapping("/galleri/hentning/{state}")
    String refresh(@PathVariable String state, Model model, Locale locale) {
        return show(Shown.valueOf(state.replace('-', '_').toUpperCase(Locale.ROOT)), "team/refresh", model, locale);
    }

    /** Nothing more is heard, or the connection ends and stays away for an hour. */
    @GetMapping("/hentninger/{run}/haendelser")
    SseEmitter events(@PathVariable String run) throws IOException {
        SseEmitter events = new SseEmitter(30_000L);
        if (run.equals(Shown.FORBINDELSE.run().toString())) {
            events.send(SseEmitter.event().reconnectTime(3_600_000).comment("."));
            events.complete();
        }
        return events;
    }

    @GetMapping("/hentninger/{run}/fremdrift")
    String part(Model model, Locale locale) {
        return show(Shown.FORBINDELSE, "team/refresh :: progress", model, locale);
    }

    private String show(Shown shown, String template, Model model, Locale locale) {
        Words words = new Words(messages, locale, clock);
        model.addAttribute("words", words);
        model.addAttribute("frame", PageFrame.of(Gallery.SETTINGS, Gallery.MAJA, true, shown.address()));
        model.addAttribute("refresh", screen(shown, words));
        return template;
    }

    private static RefreshScreen screen(Shown shown, Words words) {
        RunSummary run = Rows.run(
                shown.run(),
                Run.Kind.REFRESH,
                shown.state,
                shown.households,
                shown.told == Told.ONE_DOWN ? Rows.REGISTERS : List.of());
        List<Step> steps = shown.told.steps;
        List<Event> told = Stream.iterate(0, at -> at < steps.size(), at -> at + 1)
                .map(at -> new Event(
                        at + 1, run.id(), REGISTERS.get(at).name(), steps.get(at), FACTS.get(at), run.requestedAt()))
                .toList();
        Found found =
                shown == Shown.NYT ? new Found(Map.of(Department.EMPLOYMENT, 2), 3, Map.of(), false) : Found.NOTHING;
        return RefreshScreen.of(
                run,
                told,
                REGISTERS,
                new RefreshScreen.Subject(
                        new HouseholdId(new UUID(0, 417)),
                        "H-0417",
                        38,
                        "Dorte Test",
                        shown == Shown.NAT,
                        Duration.ofSeconds(20),
                        Seeing.ALL,
                        found),
                run.requestedAt().plusSeconds(14),
                words);
    }
}
