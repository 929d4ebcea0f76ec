package dk.samblik.mapping;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the cells of a field become one value of our vocabulary. The set is closed: a mapping file names one of these and
 * has no other way to reckon. {@code lists} is how many code lists it needs.
 */
record Conversion(Class<?> gives, int lists, Function<Setting, Reading> reading) {

    /** What a mapping file says beside the name: form of dates, code lists, and the column that dates a code. */
    record Setting(
            DateForm dates, List<CodeList> lists, @Nullable Column on) {
        Setting {
            lists = List.copyOf(lists);
        }

        Codes codes() {
            return new Codes(lists.get(0), dates, on);
        }
    }

    /** Reads cells; null when there is nothing in them. */
    interface Reading {
        @Nullable
        Object of(Cells cells);
    }

    private static final Map<String, Conversion> ALL = Map.ofEntries(
            plain("text", String.class, Words::text),
            plain("discreet-text", String.class, Words::discreet),
            plain("phone", String.class, Words::phone),
            plain("joined", String.class, Words::joined),
            plain("address", String.class, Words::address),
            plain("address-key", String.class, Words::addressKey),
            plain("legal-basis", String.class, Laws::written),
            plain("legal-basis-known", Boolean.class, Laws::known),
            plain("integer", Integer.class, Numbers::integer),
            plain("decimal", BigDecimal.class, Numbers::decimal),
            plain("hours-and-minutes", BigDecimal.class, Numbers::hoursAndMinutes),
            plain("social-extent", BigDecimal.class, Numbers::extent),
            plain("yes-no", Boolean.class, Numbers::yes),
            plain("arrears", Boolean.class, Numbers::owed),
            plain("month", YearMonth.class, DateForm::month),
            dated("date", LocalDate.class, set -> cells -> set.dates().date(cells, 0)),
            dated("time", LocalTime.class, set -> cells -> set.dates().time(cells, 0)),
            listed("code", Coded.class, 1, set -> set.codes()::code),
            listed("kle", Coded.class, 1, set -> set.codes()::subject),
            listed("target-group", Coded.class, 1, set -> set.codes()::targetGroup),
            listed("open-case", Boolean.class, 1, set -> set.codes()::openCase),
            listed("primary-role", Boolean.class, 1, set -> set.codes()::primaryRole),
            listed(
                    "grant-kind",
                    Coded.class,
                    2,
                    set -> cells -> set.codes().grantKind(cells, set.lists().get(1))));

    private static final Map<Class<?>, String> USUAL = Map.of(
            String.class, "text",
            LocalDate.class, "date",
            LocalTime.class, "time",
            YearMonth.class, "month",
            Coded.class, "code",
            Boolean.class, "yes-no",
            Integer.class, "integer",
            BigDecimal.class, "decimal");

    static Optional<Conversion> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** The conversion for a field that names none. */
    static String usual(Class<?> type) {
        return USUAL.getOrDefault(type, "text");
    }

    private static Map.Entry<String, Conversion> plain(String name, Class<?> gives, Reading reading) {
        return Map.entry(name, new Conversion(gives, 0, setting -> reading));
    }

    private static Map.Entry<String, Conversion> dated(
            String name, Class<?> gives, Function<Setting, Reading> reading) {
        return Map.entry(name, new Conversion(gives, 0, reading));
    }

    private static Map.Entry<String, Conversion> listed(
            String name, Class<?> gives, int lists, Function<Setting, Reading> reading) {
        return Map.entry(name, new Conversion(gives, lists, reading));
    }
}
