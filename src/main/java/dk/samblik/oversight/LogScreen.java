package dk.samblik.oversight;

import dk.samblik.access.Access;
import dk.samblik.access.LogReading.Found;
import dk.samblik.team.Words;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page of the log: whether it holds, the spot checks, and what was asked of it. */
record LogScreen(
        Words words,
        LogState state,
        PlaceState place,
        List<SpotCheck> checks,
        List<MistakenConsent> mistakes,
        LocalDate today,
        LogSearch search,
        Map<String, String> errors,
        Result result) {

    LogScreen {
        checks = List.copyOf(checks);
        mistakes = List.copyOf(mistakes);
        errors = Map.copyOf(errors);
    }

    /** What a search came to; {@code days} is null before anything was asked. */
    record Result(@Nullable Days days, long inAll, List<Line> lines) {

        /** Nothing was asked. */
        static final Result NONE = new Result(null, 0, List.of());

        Result {
            lines = List.copyOf(lines);
        }

        static Result of(Days days, Found found, List<Line> lines) {
            return new Result(days, found.inAll(), lines);
        }
    }

    /** A kind of look to choose. */
    record Kind(String code, String text, boolean chosen) {}

    public List<Kind> kinds() {
        return Stream.of(Access.Action.values())
                .map(action -> new Kind(
                        action.name(),
                        words.sayOr("oversight.action." + action, action.name()),
                        search.actions().contains(action)))
                .toList();
    }

    /** How many were found, and in which days. */
    public String found() {
        Days days = Objects.requireNonNull(result.days());
        String period = words.date(days.from()) + " – " + words.date(days.until());
        if (result.inAll() > result.lines().size()) {
            return words.say(
                    "oversight.found.more",
                    words.number(result.inAll()),
                    period,
                    words.number(result.lines().size()));
        }
        return words.say("oversight.found", words.count("oversight.lookups", result.inAll()), period);
    }

    /** The text of a field's mistake; null where it has none. */
    public @Nullable String error(String field) {
        return Optional.ofNullable(errors.get(field)).map(words::say).orElse(null);
    }

    /** The spot check of this month; null where none is drawn yet. */
    public @Nullable SpotCheck ofThisMonth() {
        return checks.stream()
                .filter(check -> check.month().equals(today.withDayOfMonth(1)))
                .findFirst()
                .orElse(null);
    }

    /** Those whose time is up and that are not assessed to the end. */
    public List<SpotCheck> overdue() {
        return checks.stream().filter(check -> check.overdue(today)).toList();
    }

    /** That consents were registered by mistake and nobody has assessed yet whether that is a breach; null where none are. */
    public @Nullable String mistaken() {
        long open = mistakes.stream().filter(MistakenConsent::isOpen).count();
        return open == 0 ? null : words.count("oversight.mistakes.open", open);
    }

    /** By when the first of them must be reported if it is one. */
    public String mistakenDue() {
        return mistakes.stream()
                .filter(MistakenConsent::isOpen)
                .map(MistakenConsent::due)
                .min(Comparator.naturalOrder())
                .map(due -> words.say("oversight.mistakes.open.due", words.exact(due)))
                .orElse("");
    }

    public String progress(SpotCheck check) {
        return words.say(
                "oversight.check.progress",
                words.count("oversight.lookups", check.size()),
                words.number(check.assessed()),
                words.number(check.size() - check.assessed()));
    }

    public String month(SpotCheck check) {
        return check.month(words);
    }
}
