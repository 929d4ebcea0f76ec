package dk.samblik.draw;

import dk.samblik.access.Staff;
import dk.samblik.draw.Draw.State;
import dk.samblik.draw.Tally.Cell;
import dk.samblik.draw.Tally.What;
import dk.samblik.household.Department;
import dk.samblik.programme.Programme;
import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A draw on its page. {@code names} by subject are those of everybody who did something with it; {@code approvers} who may
 * lock it; {@code self} whoever looks; {@code said} what just happened or stands in the way, null where nothing does; {@code
 * underway} that it is being counted or locked, and nothing else can be done; {@code closes} on which day Samblik
 * closes it where nobody does, null where there is nothing to close.
 */
record DrawScreen(
        Words words,
        Draw draw,
        Programme programme,
        Map<String, Map<What, Cell>> tally,
        Map<String, String> names,
        List<Staff.Place> approvers,
        Self self,
        LotForm form,
        @Nullable Said said,
        boolean underway,
        @Nullable LocalDate closes) {

    /** Whoever looks, and which part of the work is theirs. */
    record Self(String subject, boolean officer, boolean approver) {}

    /** Something to be told at the top of the page: {@code kind} is info, success, warning or error. */
    record Said(String kind, String heading, String text) {}

    DrawScreen {
        tally = new TreeMap<>(tally);
        names = Map.copyOf(names);
        approvers = List.copyOf(approvers);
    }

    /** Udtræk 2026-1 */
    public String title() {
        return words.say("draw.title", draw.number());
    }

    public Badge badge() {
        if (underway) {
            return Badge.info(words.say("draw.underway." + attempt().what()));
        }
        String text = words.say("draw.state." + draw.state());
        return switch (draw.state()) {
            case DRAFT -> Badge.neutral(text);
            case AWAITING_APPROVAL -> Badge.warning(text);
            case LOCKED, CLOSED -> Badge.success(text);
        };
    }

    /** Sager i mindst 2 forvaltninger, heraf jobcentret. */
    public String criteria() {
        Draw.Criteria by = draw.criteria();
        String must = words.list(by.mustInclude().stream().map(this::department).toList());
        return must.isEmpty()
                ? words.say("draw.criteria.any", by.minimumDepartments())
                : words.say("draw.criteria", by.minimumDepartments(), must);
    }

    private String department(Department one) {
        return words.say("draw.department." + one);
    }

    public String areas() {
        return words.list(draw.areas());
    }

    public String protection() {
        return words.say("draw.protection." + draw.protection());
    }

    /** The kinds of counts, in the order of the table; those about a choice not made are left out. */
    public List<What> kinds() {
        List<What> kinds = new ArrayList<>(List.of(What.values()));
        kinds.remove(draw.protection() == Programme.Protected.EXCLUDE ? What.PROTECTED : What.PROTECTED_OUT);
        return kinds;
    }

    /** 121, or that it is fewer than five, or that it would tell of fewer than five. */
    public String number(String area, What what) {
        Cell cell = tally.getOrDefault(area, Map.of()).get(what);
        Integer households = cell == null ? null : cell.households();
        if (households != null) {
            return words.number(households);
        }
        return words.say(area.equals(Tally.ALL) && draw.areas().size() > 1 ? "draw.held" : "draw.few");
    }

    /** Whether fewer are eligible than are wanted, as far as that may be told. */
    public boolean tooFew() {
        return draw.lot() != null
                && draw.counted().population()
                        < draw.prepared().wanted() + draw.prepared().control();
    }

    /** Udtrækket bygger på tal fra 9. marts; by the date once it is locked, since a protocol is read for years. */
    public String source(Draw.Source source) {
        return words.say(
                source.stale() ? "draw.source.stale" : "draw.source",
                source.title(),
                draw.locked() ? words.exact(source.asOf()) : words.moment(source.asOf()));
    }

    public String unread(Draw.Source source) {
        return words.count("draw.unread", source.unread());
    }

    public String name(String subject) {
        return names.getOrDefault(subject, subject);
    }

    /** Låst 3. mar. 2026 kl. 09.14 af A. Test og B. Test */
    public String locked() {
        return words.say(
                "draw.locked",
                words.exact(draw.lockedBy().at()),
                Optional.ofNullable(draw.asked()).map(step -> name(step.by())).orElse(""),
                name(draw.lockedBy().by()));
    }

    /** Whether the officer may go on with it. */
    public boolean draft() {
        return draw.state() == State.DRAFT && !underway;
    }

    /** Whether it waits for the second person. */
    public boolean awaiting() {
        return draw.state() == State.AWAITING_APPROVAL && !underway;
    }

    /** The count or lock that goes on. */
    public Attempt attempt() {
        return Objects.requireNonNull(draw.attempt());
    }

    /** Spørger de andre forvaltninger: 40 procent. Of the stages that take long. */
    public String stage() {
        Attempt attempt = attempt();
        return words.say("draw.stage." + attempt.stage(), words.percent(attempt.percent() * 10));
    }

    /** Startet af Ulla Test i dag kl. 09.02. */
    public String started() {
        return words.say(
                "draw.attempt.started",
                name(attempt().by()),
                words.moment(attempt().at()));
    }

    /** Whether whoever looks is the second person this draw waits for. */
    public boolean mayLock() {
        return awaiting()
                && self.approver()
                && draw.prepared().approver().equals(self.subject())
                && Optional.ofNullable(draw.asked())
                        .filter(step -> step.by().equals(self.subject()))
                        .isEmpty();
    }

    /** Who may lock it, but never whoever prepares it. */
    public List<Staff.Place> others() {
        return approvers.stream()
                .filter(place -> !place.subject().equals(self.subject()))
                .toList();
    }
}
