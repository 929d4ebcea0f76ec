package dk.samblik.effect.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/** A table of figures: what each is, what paper and pencil give, what the formula gives. */
final class HandWorked {

    private HandWorked() {}

    static final String NONE = "UTILSTRÆKKELIG";

    /** January to June 2025: 181 days, ISO weeks 1 (its Thursday is 2 January) to 26. */
    static final Period SPRING = new Period(YearMonth.of(2025, 1), YearMonth.of(2025, 6));

    static final Known ALL = Known.between(day("2024-01-01"), day("2026-12-31"));

    record Row(String name, String expected, Object actual) {}

    static Row row(String name, String expected, Object actual) {
        return new Row(name, expected, actual);
    }

    static Stream<DynamicTest> rows(Row... rows) {
        return Arrays.stream(rows)
                .map(row -> DynamicTest.dynamicTest(
                        row.name(), () -> assertThat(said(row.actual())).isEqualTo(row.expected())));
    }

    static String said(Object actual) {
        return actual instanceof Optional<?> maybe ? maybe.map(Object::toString).orElse(NONE) : actual.toString();
    }

    static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }

    static Spell spell(String from, @Nullable String until) {
        return new Spell(day(from), until == null ? null : day(until));
    }
}
