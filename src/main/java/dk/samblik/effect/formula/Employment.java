package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** E1 to E3 and E5: ordinary paid hours by the month, and what counts as attached to work or education. */
public final class Employment {

    /** 37 hours a week, by 52 weeks over twelve months. */
    public static final BigDecimal FULL_TIME = new BigDecimal("160.33");
    /** Half of {@link #FULL_TIME}, half up. */
    public static final BigDecimal HALF_TIME = new BigDecimal("80.17");

    private static final int DAYS_OF_EDUCATION = 15;
    private static final int YOUNGEST = 18;
    private static final int OLDEST = 66;

    private final Map<YearMonth, BigDecimal> hours;
    private final List<YearMonth> months;
    private final int known;
    private final int expected;

    /** Ordinary hours of one month; several of one month are added. */
    public record Worked(YearMonth month, BigDecimal hours) {}

    private Employment(Map<YearMonth, BigDecimal> hours, Known known, Period period) {
        this.hours = hours;
        this.months = known.wholeMonths(period).toList();
        this.known = known.daysOfWholeMonths(period);
        this.expected = period.days().size();
    }

    /** What the source told of ordinary hours in the period. */
    public static Employment of(Collection<Worked> worked, Known known, Period period) {
        Map<YearMonth, BigDecimal> hours = worked.stream()
                .collect(Collectors.groupingBy(
                        Worked::month, Collectors.reducing(BigDecimal.ZERO, Worked::hours, BigDecimal::add)));
        return new Employment(hours, known, period);
    }

    /** Whether E1 to E6 are outcomes for somebody: 18 to 66 throughout the period and without a pension in it. */
    public static boolean concerns(LocalDate born, Collection<Spell> pensions, Period period) {
        boolean ofAge = !born.plusYears(YOUNGEST).isAfter(period.from())
                && born.plusYears(OLDEST + 1L).isAfter(period.until());
        return ofAge && Spell.days(pensions, period.days()).isEmpty();
    }

    /** E1: months with any ordinary hours, of the months that are told. */
    public Measured any() {
        return share(months.stream().filter(this::worked).count());
    }

    /** E2: months with at least these hours, both half up to two decimals. */
    public Measured atLeast(BigDecimal threshold) {
        return share(months.stream()
                .filter(month -> in(month).compareTo(Measured.rounded(threshold)) >= 0)
                .count());
    }

    /** E3: mean hours a month, none above the cap. */
    public Measured mean(BigDecimal cap) {
        BigDecimal sum = months.stream().map(month -> in(month).min(cap)).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Measured(sum, BigDecimal.valueOf(months.size()), known, expected);
    }

    /** E5: months with any hours or at least 15 days of education, of the months both sources tell. */
    public Measured attached(Education education) {
        List<YearMonth> both = months.stream().filter(education::tells).toList();
        long attached = both.stream()
                .filter(month -> worked(month) || education.daysIn(month) >= DAYS_OF_EDUCATION)
                .count();
        int days = both.stream().mapToInt(YearMonth::lengthOfMonth).sum();
        return Measured.of(attached, both.size(), days, expected);
    }

    /**
     * HH_E5: 1 if any parent of a member under 18 has E5 of at least 2/3, 0 if every one is told and none has, else
     * {@code UTILSTRÆKKELIG}; nothing where nobody is such a parent.
     */
    public static Measured household(Collection<Measured> parents) {
        if (parents.stream().anyMatch(parent -> parent.atLeast(2, 3))) {
            return Measured.of(1, 1, 1, 1);
        }
        boolean all = !parents.isEmpty() && parents.stream().allMatch(Measured::sufficient);
        return all ? Measured.of(0, 1, 1, 1) : Measured.nothing(1);
    }

    private boolean worked(YearMonth month) {
        return in(month).signum() > 0;
    }

    private BigDecimal in(YearMonth month) {
        return Measured.rounded(hours.getOrDefault(month, BigDecimal.ZERO));
    }

    private Measured share(long count) {
        return Measured.of(count, months.size(), known, expected);
    }
}
