package dk.samblik.effect;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.Viewer;
import dk.samblik.effect.EffectStore.Computed;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.OwnLines;
import dk.samblik.meeting.OwnLines.Acted;
import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import dk.samblik.storage.Database;
import dk.samblik.view.Told;
import dk.samblik.view.Views;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Computes the figures of every month that has ended, for the households that take part and have a consent in force today.
 * Each is in the access log first, as a look of the hub's own for this purpose. A household that has ended is not computed
 * any more: its series stays as it is.
 */
@Component("effectMonths")
public class EffectMonths {

    /** Why the hub opens sections, in the words of the log. */
    public static final String PURPOSE = "effect";

    private static final Logger LOG = LoggerFactory.getLogger(EffectMonths.class);
    private static final int AT_ONCE = 200;
    private static final String TAKING_PART = """
            select household_id from household h
             where project_code = :programme and exit_date is null
               and exists (select from consent_in_force c
                            where c.household_id = h.household_id and :today between valid_from and valid_to)
             order by household_id
            """;

    /** A consent that never was valid: what was computed while it seemed so may not stay (domain 7.1). */
    private static final String MISTAKEN = """
            select household_id, max(coalesce(withdrawn_at, recorded_at)) as at from consent
             where status = 'INVALIDATED' group by household_id
            """;

    private final Database web;
    private final Programmes programmes;
    private final Indicators indicators;
    private final Views views;
    private final LookRows rows;
    private final AccessLog log;
    private final EffectStore store;
    private final WellbeingAnswers answers;
    private final OwnLines lines;
    private final CivilClock clock;

    EffectMonths(
            @Qualifier("webDatabase") Database web,
            Programmes programmes,
            Indicators indicators,
            Views views,
            LookRows rows,
            AccessLog log,
            EffectStore store,
            WellbeingAnswers answers,
            OwnLines lines,
            CivilClock clock) {
        this.web = web;
        this.programmes = programmes;
        this.indicators = indicators;
        this.views = views;
        this.rows = rows;
        this.log = log;
        this.store = store;
        this.answers = answers;
        this.lines = lines;
        this.clock = clock;
    }

    /** All programmes, up to the last month that has ended; how many households were computed. */
    public int compute() {
        forgetMistaken();
        int households = 0;
        for (Programme programme : programmes.all()) {
            households += compute(programme);
        }
        int forgotten = store.forget(clock.today());
        LOG.info("effect: {} households computed, series of {} deleted after their evaluation", households, forgotten);
        return households;
    }

    private void forgetMistaken() {
        Map<HouseholdId, LocalDate> mistaken = new HashMap<>();
        web.sql().sql(MISTAKEN).query(row -> {
            mistaken.put(
                    new HouseholdId(row.getObject("household_id", UUID.class)),
                    LocalDate.ofInstant(row.getTimestamp("at").toInstant(), CivilClock.COPENHAGEN));
        });
        store.forget(mistaken);
    }

    private int compute(Programme programme) {
        List<HouseholdId> all = web.sql()
                .sql(TAKING_PART)
                .param("programme", programme.code())
                .param("today", clock.today())
                .query((row, number) -> new HouseholdId(row.getObject(1, UUID.class)))
                .list();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            some(programme, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return all.size();
    }

    private void some(Programme programme, List<HouseholdId> households) {
        IndicatorFile file = indicators.of(programme);
        YearMonth last = YearMonth.from(clock.today()).minusMonths(1);
        Grant grant = log.record(rows.of(Access.Action.VIEW, Viewer.HUB, PURPOSE, households));
        Map<HouseholdId, Told> told = views.told(grant, households);
        Map<HouseholdId, List<Observation>> wellbeing = answers.observed(grant, households, last);
        Map<HouseholdId, List<Acted>> acted =
                lines.acted(grant, households).stream().collect(Collectors.groupingBy(Acted::household));
        List<Computed> computed = new ArrayList<>();
        told.forEach((household, one) -> {
            List<Observation> observations = new ArrayList<>(HouseholdMonths.of(file, one, last));
            List<Observation> answered = wellbeing.getOrDefault(household, List.of());
            observations.addAll(answered);
            observations.addAll(WellbeingAsked.observed(file, one, answered, last));
            observations.addAll(Agreements.observed(file, one, acted.getOrDefault(household, List.of()), last));
            computed.add(new Computed(
                    household,
                    programme.code(),
                    one.frame().area(),
                    YearMonth.from(one.frame().enrolled()),
                    programme.retention().seriesUntil(),
                    file.version(),
                    observations));
        });
        store.keep(computed, clock.today());
    }
}
