package dk.samblik.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A goal of the hub: what is looked at of each size, how it is written, and whether it is held. A goal about sizes that were
 * not measured is neither held nor missed.
 */
record Goal(
        String what, String aim, String format, ToDoubleFunction<Measured> value, Function<List<Measured>, Held> held) {

    private static final int TEN_THOUSAND = 10_000;
    private static final int HUNDRED_THOUSAND = 100_000;
    /** How much one measurement may be above another and still count as the same. */
    private static final double SAME = 1.25;

    /** Whether a goal is held. */
    enum Held {
        YES,
        NO,
        NOT_MEASURED;

        static Held when(boolean held) {
            return held ? YES : NO;
        }
    }

    static final List<Goal> ALL = List.of(
            new Goal(
                    "First night, times the yardstick",
                    "at most 2 at 10,000",
                    "%.2f",
                    Measured::ratio,
                    all -> most(all, TEN_THOUSAND, 2)),
            new Goal(
                    "the same",
                    "at most 1.5 at 100,000",
                    "%.2f",
                    Measured::ratio,
                    all -> most(all, HUNDRED_THOUSAND, 1.5)),
            each("Night with nothing changed, part of the first night", "at most 0.3", "%.2f", Goal::unchanged, 0.3),
            new Goal(
                    "First night, milliseconds a household",
                    "does not grow",
                    "%.2f",
                    one -> one.firstNight().millisAHousehold(),
                    all -> doesNotGrow(all, one -> one.firstNight().millisAHousehold())),
            each(
                    "Heap left by a collection, at most, MB",
                    "within 512",
                    "%.0f",
                    one -> one.memory().left(),
                    512),
            each("Refresh during a night, p95, times a bare round's p95", "at most 3", "%.2f", Goal::refresh, 3),
            new Goal(
                    "Refresh during a night, p95, ms",
                    "the same beside many as beside few",
                    "%.0f",
                    one -> one.refreshes().refreshes().p95(),
                    all -> doesNotGrow(all, one -> one.refreshes().refreshes().p95())),
            each("Page at 50 a second during a night, p95, ms", "under 250", "%.0f", Goal::page, 250));

    private static Goal each(String what, String aim, String format, ToDoubleFunction<Measured> value, double most) {
        return new Goal(
                what,
                aim,
                format,
                value,
                all -> Held.when(all.stream().allMatch(one -> value.applyAsDouble(one) <= most)));
    }

    private static Held most(List<Measured> all, int households, double ratio) {
        return all.stream()
                .filter(one -> one.households() == households)
                .map(one -> Held.when(one.ratio() <= ratio))
                .findFirst()
                .orElse(Held.NOT_MEASURED);
    }

    private static Held doesNotGrow(List<Measured> all, ToDoubleFunction<Measured> value) {
        double smallest = value.applyAsDouble(all.get(0));
        double largest = value.applyAsDouble(all.get(all.size() - 1));
        return all.size() < 2 ? Held.NOT_MEASURED : Held.when(largest <= smallest * SAME);
    }

    private static double unchanged(Measured one) {
        return one.unchangedNight().seconds() / one.firstNight().seconds();
    }

    private static double refresh(Measured one) {
        return one.refreshes().refreshes().p95() / one.refreshes().bare().p95();
    }

    /** A page that was refused never came. */
    private static double page(Measured one) {
        return one.pages().refused() > 0
                ? Double.POSITIVE_INFINITY
                : one.pages().pages().p95();
    }

    String written(Measured one) {
        return String.format(Locale.ROOT, format, value.applyAsDouble(one));
    }
}
