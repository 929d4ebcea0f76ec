package dk.samblik.alarm;

import dk.samblik.alarm.Alarm.Kind;
import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.run.Run;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the hub stands as figures for Prometheus, as of the last look. Labels are registers, reasons and states: an area, a
 * household, a person or a user would give somebody away where a count is small.
 */
@Component
class Figures {

    /** What a household came to, by the words of the ledger, and the label for it. */
    private static final Map<String, String> RESULTS =
            Map.of("UPDATED", "updated", "UNCHANGED", "unchanged", "KEPT", "stale", "FAILED", "failed");

    /** A run of one source, or of refused rows once more, is operations' own and stands in no figure by kind. */
    private static final List<Run.Kind> KINDS = List.of(Run.Kind.NIGHTLY, Run.Kind.REFRESH);

    private final MeterRegistry meters;
    private final Map<String, MultiGauge> gauges = new HashMap<>();

    Figures(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Shows this from now on. */
    void show(Standing standing, Set<Sign> signs) {
        List<Row<?>> wrong = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            long count = signs.stream().filter(sign -> sign.kind() == kind).count();
            add(wrong, Tags.of("kind", kind.name().toLowerCase(Locale.ROOT)), (double) count);
        }
        set("samblik.alarms", "", "what was wrong at the last look", wrong);
        List<Row<?>> successes = new ArrayList<>();
        List<Row<?>> households = new ArrayList<>();
        for (Run.Kind kind : KINDS) {
            Tags tags = Tags.of("kind", kind.label());
            add(successes, tags, seconds(standing.lastSuccess().get(kind)));
            Map<String, Long> counts = standing.households().getOrDefault(kind, Map.of());
            RESULTS.forEach((result, label) ->
                    add(households, tags.and("result", label), (double) counts.getOrDefault(result, 0L)));
        }
        set("samblik.run.last.success.timestamp", "seconds", "when a run last ended well", successes);
        set("samblik.run.households", "", "what households came to in the last run", households);
        sources(
                "samblik.source.up",
                "",
                "1 where the last run was answered",
                standing,
                source -> source.up() ? 1.0 : 0);
        sources(
                "samblik.source.last.success.timestamp",
                "seconds",
                "when a register last answered",
                standing,
                source -> seconds(source.lastSuccess()));
        sources("samblik.reconciliation.difference", "", "rows without a fate; must be 0", standing, source ->
                (double) source.difference());
        quarantine(standing);
        List<Row<?>> consents = new ArrayList<>();
        standing.consents()
                .forEach((state, count) ->
                        add(consents, Tags.of("state", state.toLowerCase(Locale.ROOT)), (double) count));
        set("samblik.consents", "", "consents by state", consents);
        List<Row<?>> oldest = new ArrayList<>();
        add(oldest, Tags.empty(), age(standing, standing.oldestAnswer()));
        set("samblik.view.max.age", "seconds", "how old the oldest answer is that a view rests on", oldest);
    }

    private void sources(
            String name,
            String unit,
            String what,
            Standing standing,
            Function<Standing.Source, @Nullable Double> value) {
        List<Row<?>> rows = new ArrayList<>();
        standing.sources().forEach(source -> add(rows, Tags.of("source", source.name()), value.apply(source)));
        set(name, unit, what, rows);
    }

    private void quarantine(Standing standing) {
        List<Row<?>> counts = new ArrayList<>();
        List<Row<?>> ages = new ArrayList<>();
        for (Standing.Refused refused : standing.quarantine()) {
            Tags tags = Tags.of("source", refused.source(), "reason", refused.reason());
            add(counts, tags, (double) refused.rows());
            add(ages, tags, age(standing, refused.oldest()));
        }
        set("samblik.quarantine.records", "", "rows in quarantine", counts);
        set("samblik.quarantine.oldest.age", "seconds", "how long the oldest row has been there", ages);
    }

    private void set(String name, String unit, String what, List<Row<?>> rows) {
        gauges.computeIfAbsent(
                        name,
                        made -> MultiGauge.builder(name)
                                .baseUnit(unit.isEmpty() ? null : unit)
                                .description(what)
                                .register(meters))
                .register(rows, true);
    }

    private static void add(List<Row<?>> rows, Tags tags, @Nullable Double value) {
        if (value != null) {
            rows.add(Row.of(tags, value));
        }
    }

    private static @Nullable Double seconds(@Nullable Instant when) {
        return when == null ? null : (double) when.getEpochSecond();
    }

    private static @Nullable Double age(Standing standing, @Nullable Instant since) {
        return since == null
                ? null
                : (double) Duration.between(since, standing.at()).toSeconds();
    }
}
