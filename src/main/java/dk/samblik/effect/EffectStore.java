package dk.samblik.effect;

import dk.samblik.access.Vault;
import dk.samblik.effect.Indicator.Formula;
import dk.samblik.effect.formula.Measured;
import dk.samblik.household.HouseholdId;
import dk.samblik.storage.Database;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The series under pseudonyms, in a role of their own. A month's figure is replaced by one that knows at least as much: so a
 * source's correction comes in, and what slides out of a consent's reach later takes nothing away.
 */
@Component
public class EffectStore {

    private static final String HOUSEHOLD = """
            insert into effect_household (subject, programme, area, enrolled_month, kept_until) values (?, ?, ?, ?, ?)
            on conflict (subject) do update set programme = excluded.programme, area = excluded.area,
              enrolled_month = excluded.enrolled_month, kept_until = excluded.kept_until
            """;
    private static final String FIGURE = """
            insert into effect_figure as kept (subject, who, indicator, month, formula_version, numerator, denominator, known,
              expected, sources, computed_on)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?)
            on conflict (subject, who, indicator, month) do update set formula_version = excluded.formula_version,
              numerator = excluded.numerator, denominator = excluded.denominator, known = excluded.known,
              expected = excluded.expected, sources = excluded.sources, computed_on = excluded.computed_on
             where excluded.known >= kept.known and (kept.numerator, kept.denominator, kept.known, kept.formula_version)
               is distinct from (excluded.numerator, excluded.denominator, excluded.known, excluded.formula_version)
            """;
    /** An agreement has one figure: where its action is told to be another day, it moves. */
    private static final String ELSEWHERE =
            "delete from effect_figure where subject = ? and who = ? and indicator = ? and month <> ?";

    private static final String READ = """
            select h.subject, h.area, h.enrolled_month, f.who, f.indicator, f.month, f.numerator, f.denominator, f.known,
              f.expected
              from effect_household h join effect_figure f using (subject)
             where h.programme = :programme order by h.subject, f.who, f.indicator, f.month
            """;
    private static final String READ_ONE = READ.replace("h.programme = :programme", "h.subject = :subject");

    /** Of a row: subject, who, indicator and month. */
    private static final int KEY = 4;

    private final Database effect;
    private final Vault vault;

    EffectStore(@Qualifier("effectDatabase") Database effect, Vault vault) {
        this.effect = effect;
        this.vault = vault;
    }

    /** A household's figures of one computing. */
    record Computed(
            HouseholdId household,
            String programme,
            String area,
            YearMonth enrolled,
            LocalDate keptUntil,
            String version,
            List<Observation> observations) {
        Computed {
            observations = List.copyOf(observations);
        }
    }

    /** Whose figure: pseudonyms of household and person as text, and where and since when the household takes part. */
    public record Of(String household, String who, String area, YearMonth enrolled) {}

    /** Keeps what was computed, all or nothing. */
    void keep(List<Computed> computed, LocalDate today) {
        List<Object[]> households = computed.stream()
                .map(one -> new Object[] {
                    household(one.household()),
                    one.programme(),
                    one.area(),
                    first(one.enrolled()),
                    Date.valueOf(one.keptUntil())
                })
                .toList();
        List<Object[]> figures = new ArrayList<>();
        List<Object[]> elsewhere = new ArrayList<>();
        for (Computed one : computed) {
            for (Observation each : one.observations()) {
                Object[] row = row(one, each, today);
                figures.add(row);
                if (each.only()) {
                    elsewhere.add(Arrays.copyOf(row, KEY));
                }
            }
        }
        effect.doInTransaction(() -> {
            effect.batch().batchUpdate(HOUSEHOLD, households);
            effect.batch().batchUpdate(ELSEWHERE, elsewhere);
            effect.batch().batchUpdate(FIGURE, figures);
        });
    }

    private Object[] row(Computed household, Observation one, LocalDate today) {
        Measured value = one.value();
        return new Object[] {
            household(household.household()),
            vault.pseudonym("who", one.who()),
            one.indicator(),
            first(one.month()),
            household.version(),
            value.numerator(),
            value.denominator(),
            value.known(),
            value.expected(),
            String.join(",", one.sources()),
            Date.valueOf(today)
        };
    }

    private static Date first(YearMonth month) {
        return Date.valueOf(month.atDay(1));
    }

    /** Every series of a programme, by the indicator; an indicator that is no longer in the file is left out. */
    Map<Indicator, Map<Of, Series>> series(String programme, IndicatorFile file) {
        return series(effect.sql().sql(READ).param("programme", programme), file);
    }

    /** The series of one household, by the indicator. */
    Map<Indicator, List<Series>> of(HouseholdId household, IndicatorFile file) {
        Map<Indicator, List<Series>> own = new LinkedHashMap<>();
        series(effect.sql().sql(READ_ONE).param("subject", household(household)), file)
                .forEach((indicator, all) -> own.put(indicator, List.copyOf(all.values())));
        return own;
    }

    private static Map<Indicator, Map<Of, Series>> series(JdbcClient.StatementSpec asked, IndicatorFile file) {
        Map<Indicator, Map<Of, Map<YearMonth, Measured>>> months = new LinkedHashMap<>();
        asked.query(row -> {
            file.find(row.getString("indicator")).ifPresent(indicator -> add(months, indicator, row));
        });
        Map<Indicator, Map<Of, Series>> series = new LinkedHashMap<>();
        months.forEach((indicator, all) -> {
            Map<Of, Series> own = new LinkedHashMap<>();
            all.forEach((of, values) -> own.put(of, new Series(indicator, of.enrolled(), values)));
            series.put(indicator, indicator.formula() == Formula.HOUSEHOLD_ATTACHMENT ? households(own) : own);
        });
        return series;
    }

    private static Map<Of, Series> households(Map<Of, Series> parents) {
        Map<Of, List<Series>> together = new LinkedHashMap<>();
        parents.forEach((of, one) -> together.computeIfAbsent(
                        new Of(of.household(), of.household(), of.area(), of.enrolled()), all -> new ArrayList<>())
                .add(one));
        Map<Of, Series> households = new LinkedHashMap<>();
        together.forEach((of, all) -> households.put(of, Series.of(all.get(0).indicator(), of.enrolled(), all)));
        return households;
    }

    private static void add(
            Map<Indicator, Map<Of, Map<YearMonth, Measured>>> months, Indicator indicator, ResultSet row) {
        try {
            Of of = new Of(
                    HexFormat.of().formatHex(row.getBytes("subject")),
                    HexFormat.of().formatHex(row.getBytes("who")),
                    row.getString("area"),
                    YearMonth.from(row.getDate("enrolled_month").toLocalDate()));
            months.computeIfAbsent(indicator, one -> new LinkedHashMap<>())
                    .computeIfAbsent(of, one -> new TreeMap<>())
                    .put(
                            YearMonth.from(row.getDate("month").toLocalDate()),
                            new Measured(
                                    row.getBigDecimal("numerator"),
                                    row.getBigDecimal("denominator"),
                                    row.getInt("known"),
                                    row.getInt("expected")));
        } catch (SQLException unreadable) {
            throw new IllegalStateException("a figure cannot be read", unreadable);
        }
    }

    /** What a household is called here, as text. */
    String pseudonym(HouseholdId id) {
        return HexFormat.of().formatHex(household(id));
    }

    private byte[] household(HouseholdId id) {
        return vault.pseudonym("household", id.value());
    }

    /** Deletes what was computed of households up to and with a day; the next computing makes anew what may be known. */
    void forget(Map<HouseholdId, LocalDate> until) {
        List<Object[]> rows = until.entrySet().stream()
                .map(one -> new Object[] {household(one.getKey()), Date.valueOf(one.getValue())})
                .toList();
        effect.doInTransaction(() ->
                effect.batch().batchUpdate("delete from effect_figure where subject = ? and computed_on <= ?", rows));
    }

    /** Deletes the series whose evaluation has ended; how many households' it was. */
    int forget(LocalDate today) {
        return effect.sql()
                .sql("delete from effect_household where kept_until < :today")
                .param("today", today)
                .update();
    }
}
