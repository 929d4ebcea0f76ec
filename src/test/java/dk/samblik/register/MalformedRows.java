package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.consent.Chunk;
import dk.samblik.household.CivilClock;
import dk.samblik.run.Fates;
import dk.samblik.run.TestSwitches;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of the children's database that are not as they should be, beside one that is. */
final class MalformedRows {

    private static final String METTE = Delivered.PEOPLE.get(0);

    private final JdbcQuestions questions = new JdbcQuestions(
            new Registers(RegisterTests.mappings(Path.of("mappings")), RegisterTests.folder(Path.of("target"))),
            new CivilClock(Clock.systemUTC()),
            TestSwitches.allOn());
    private final List<Malformed> all = new ArrayList<>();

    private MalformedRows() {}

    static List<Malformed> all() {
        MalformedRows rows = new MalformedRows();
        rows.people();
        rows.dates();
        rows.numbers();
        return rows.all;
    }

    private void people() {
        row("about nobody", frist("cpr", null), "WRONG_PERSON");
        row("about somebody nobody asked about", frist("cpr", "0102709900"), "WRONG_PERSON");
        row("about a number that is none", frist("cpr", "x"), "WRONG_PERSON");
        row("with blanks behind the number", frist("cpr", METTE + "  "), "2 mapped");
        row("with a column nobody named", frist("ny_kolonne", "x"), "2 mapped");
        row("without its key", frist("frist_id", null), "2 mapped");
        row("with the key of the one before", frist("frist_id", "1"), "1 mapped, 1 duplicate");
        row("of a kind nobody knows, shown as it is", frist("type", "UKENDT"), "2 mapped");
        row("without a kind", frist("type", null), "1 mapped, 1 quarantined");
        row("with bytes that are no text", frist("type", "PL\uFFFDN"), "BAD_BYTE");
        all.add(new Malformed(
                "boern-og-unge",
                "a hundred thousand rows",
                "TOO_MANY_ROWS",
                () -> outcome("frist", Collections.nCopies(100_000, frist("type", "PLAN")))));
    }

    private void dates() {
        row("of no date", frist("dato", null), "1 mapped, 1 quarantined");
        row("of a date that is text", frist("dato", "i morgen"), "1 mapped, 1 quarantined");
        row("of 30 February", frist("dato", "2026-02-30"), "1 mapped, 1 quarantined");
        row("of the year 99999", frist("dato", "+99999-01-01"), "1 mapped, 1 quarantined");
        row("of the end of time", frist("dato", new Date(Long.MAX_VALUE)), "1 mapped, 1 quarantined");
        row("of the beginning of time", frist("dato", new Date(Long.MIN_VALUE)), "1 mapped, 1 quarantined");
        row("of a number for a date", frist("dato", 20_260_101), "1 mapped, 1 quarantined");
        row("of bytes for a date", frist("dato", new byte[] {1}), "1 mapped, 1 quarantined");
    }

    private void numbers() {
        for (Object days : List.of(Double.NaN, Double.POSITIVE_INFINITY, 1e300, 2.5, "tre", true, Long.MAX_VALUE)) {
            absence("days " + days, days, "1 quarantined");
        }
        absence("days 2.0", 2.0, "1 mapped");
        absence("days of a hundred thousand digits", "1".repeat(100_000), "1 quarantined");
    }

    private void absence(String words, Object days, String becomes) {
        Map<String, @Nullable Object> row = new HashMap<>(Map.of(
                "cpr",
                METTE,
                "institutionsnr",
                "70012",
                "fra",
                "2023-08-10",
                "skole",
                "Lærkeskolen",
                "maaned",
                "2026-11",
                "op_til",
                "2026-11-17",
                "skoledage",
                days));
        row.putAll(Map.of("syg", "3", "tilladt", "1", "ulovligt", "2", "delvis", "0"));
        all.add(new Malformed("boern-og-unge", "a row of " + words, becomes, () -> outcome("fravaer", List.of(row))));
    }

    private static Map<String, @Nullable Object> frist(String column, @Nullable Object value) {
        Map<String, @Nullable Object> row = new HashMap<>(
                Map.of("frist_id", "2", "sag_id", "c1", "cpr", METTE, "type", "OPFOELGNING", "dato", "2026-12-01"));
        row.put(column, value);
        return row;
    }

    private void row(String words, Map<String, @Nullable Object> row, String becomes) {
        all.add(new Malformed(
                "boern-og-unge",
                "a row " + words,
                becomes,
                () -> outcome("frist", List.of(frist("frist_id", "1"), row))));
    }

    private String outcome(String table, List<Map<String, @Nullable Object>> answered) {
        Chunk chunk = Delivered.chunk();
        JdbcQuestion question = questions.questions(chunk, "boern-og-unge").stream()
                .filter(each -> each.table().name().equals(table))
                .findFirst()
                .orElseThrow();
        try {
            List<Row> rows = questions.rows(question, answered);
            Fates fates = Delivered.fates(questions.reading(List.of(rows), chunk, "boern-og-unge"));
            return Malformed.sum(fates, 0, rows.size() - fates.read());
        } catch (RegisterUnavailable refused) {
            return refused.reason();
        }
    }
}
