package dk.samblik.effect;

import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.formula.Progress.Direction;
import dk.samblik.household.Category;
import dk.samblik.household.Department;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One figure, as the indicator file has it. {@code source} null: made of several. {@code good} null: no direction is good or
 * bad. Shown by {@code reached} (who is over a bound), by {@code changedBy} (who became better or worse than before by so
 * much), or where it has neither, by its median.
 */
public record Indicator(
        String code,
        Formula formula,
        About about,
        @Nullable Department source,
        Category needs,
        Unit unit,
        @Nullable Direction good,
        @Nullable Bound reached,
        @Nullable BigDecimal changedBy,
        String da,
        String en) {

    /** The answers of a figure with a bound. */
    static final List<String> REACHED = List.of("yes", "no");

    /** The answers of a figure that is compared with the baseline. */
    static final List<String> CHANGED = List.of("better", "unchanged", "worse");

    /** The formulas there are, by the names the file knows them by. */
    public enum Formula {
        ORDINARY_WORK,
        HALF_TIME_WORK,
        ORDINARY_HOURS,
        EDUCATION,
        ATTACHMENT,
        HOUSEHOLD_ATTACHMENT,
        BENEFIT_WEEKS,
        SCHOOL_ABSENCE,
        UNLAWFUL_ABSENCE,
        DAY_CARE_ATTENDANCE,
        DAY_CARE_HOURS,
        DEPARTMENTS,
        OPEN_CASES,
        CASEWORKERS,
        DAYS_TO_ACTION,
        MISSED_APPOINTMENTS,
        STABLE_HOME,
        WELLBEING,
        WELLBEING_ANSWERED;

        /** Whether registers tell of it; else people write it down in the hub. */
        boolean fromRegisters() {
            return this != WELLBEING && this != WELLBEING_ANSWERED && this != DAYS_TO_ACTION;
        }
    }

    /** Whom a figure is about. */
    public enum About {
        ADULT,
        CHILD,
        HOUSEHOLD
    }

    /** What a value is counted in. */
    public enum Unit {
        PERCENT,
        COUNT,
        HOURS,
        DAYS,
        POINTS
    }

    /** A bound of a share, {@code least} of {@code of}; {@code more}: it must be passed, not only reached. */
    public record Bound(long least, long of, boolean more) {

        boolean holds(Measured value) {
            BigDecimal left = value.numerator().multiply(BigDecimal.valueOf(of));
            BigDecimal right = value.denominator().multiply(BigDecimal.valueOf(least));
            int compared = left.compareTo(right);
            return more ? compared > 0 : compared >= 0;
        }
    }

    /** Its name in a language. */
    public String name(String language) {
        return "en".equals(language) ? en : da;
    }

    /** The answers it is counted by; none where its median is shown. */
    public List<String> parts() {
        return reached != null ? REACHED : changedBy != null ? CHANGED : List.of();
    }
}
