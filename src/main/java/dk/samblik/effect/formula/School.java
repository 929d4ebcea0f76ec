package dk.samblik.effect.formula;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/** S1 to S3: absence from school in whole days. */
public final class School {

    private static final int WARNING = 10;
    private static final int REPORT = 15;

    private School() {}

    /** The legal kinds of absence. */
    public enum Kind {
        SICK,
        PERMITTED,
        UNLAWFUL
    }

    /**
     * One pupil's days of a stretch: {@code schoolDays} while enrolled, whole days absent by kind, and partial days, which
     * count 0 and are shown beside.
     */
    public record Days(int schoolDays, int sick, int permitted, int unlawful, int partial) {

        /** Both together. */
        Days plus(Days other) {
            return new Days(
                    schoolDays + other.schoolDays,
                    sick + other.sick,
                    permitted + other.permitted,
                    unlawful + other.unlawful,
                    partial + other.partial);
        }

        int of(Kind kind) {
            return switch (kind) {
                case SICK -> sick;
                case PERMITTED -> permitted;
                case UNLAWFUL -> unlawful;
            };
        }

        int total() {
            return sick + permitted + unlawful;
        }
    }

    /** A pupil's days of a period, with how much of it the school has told. */
    public record Pupil(List<Days> days, int known, int expected) {

        public Pupil {
            days = List.copyOf(days);
        }

        private Days all() {
            return days.stream().reduce(new Days(0, 0, 0, 0, 0), Days::plus);
        }

        /** S1 of one kind. */
        public Measured absence(Kind kind) {
            return Measured.of(all().of(kind), all().schoolDays(), known, expected);
        }

        /** S1 total: the sum of the three kinds. */
        public Measured absence() {
            return Measured.of(all().total(), all().schoolDays(), known, expected);
        }

        /** Days with partial absence, beside the official figure. */
        public int partial() {
            return all().partial();
        }
    }

    /** What an S2 obliges to: 10 % unlawful within a quarter warns the parents, 15 % is reported to the municipality. */
    public enum Mark {
        NONE,
        WARNING,
        REPORT,
        INSUFFICIENT
    }

    /** S2 of one quarter; the running one is told to date, and preliminary. */
    public record Quarter(Measured unlawful, boolean preliminary) {

        public static Quarter of(Days days, boolean preliminary) {
            return new Quarter(Measured.of(days.unlawful(), days.schoolDays(), 1, 1), preliminary);
        }

        /** By the exact fraction: 9,996 % is below 10. */
        public Mark mark() {
            if (!unlawful.sufficient()) {
                return Mark.INSUFFICIENT;
            }
            return unlawful.atLeast(REPORT, 100)
                    ? Mark.REPORT
                    : unlawful.atLeast(WARNING, 100) ? Mark.WARNING : Mark.NONE;
        }
    }

    /** One pupil's absence and how long the pupil was enrolled. */
    public record Weighted(Measured absence, BigDecimal months) {}

    /** How many months of the period a pupil was enrolled: days enrolled over the month's days, half up to two decimals. */
    public static BigDecimal months(Collection<Spell> enrolled, Period period) {
        return Measured.rounded(
                period.months().stream().map(month -> share(enrolled, month)).reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private static BigDecimal share(Collection<Spell> enrolled, YearMonth month) {
        long days = Spell.days(enrolled, new Period(month, month).days()).size();
        return BigDecimal.valueOf(days).divide(BigDecimal.valueOf(month.lengthOfMonth()), 6, RoundingMode.HALF_UP);
    }

    /** S1 of a household: the mean over its pupils, weighted by months enrolled; pupils that are not told are left out. */
    public static Measured household(Collection<Weighted> pupils) {
        List<Weighted> told =
                pupils.stream().filter(pupil -> pupil.absence().sufficient()).toList();
        BigDecimal weights = told.stream().map(Weighted::months).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal sum = told.stream()
                .map(pupil -> pupil.absence()
                        .numerator()
                        .multiply(pupil.months())
                        .divide(pupil.absence().denominator(), 10, RoundingMode.HALF_UP))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Measured(sum, weights, told.size(), Math.max(1, pupils.size()));
    }

    /** S3: pupils with more than 10 % absence in all, of the pupils that are told. */
    public static Measured high(Collection<Measured> pupils) {
        List<Measured> told = pupils.stream().filter(Measured::sufficient).toList();
        long high = told.stream()
                .filter(pupil -> pupil.numerator().multiply(BigDecimal.TEN).compareTo(pupil.denominator()) > 0)
                .count();
        return Measured.of(high, told.size(), told.size(), Math.max(1, pupils.size()));
    }
}
