package dk.samblik.register;

import dk.samblik.campaign.Malformed;
import dk.samblik.run.Fates;
import dk.samblik.storage.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows that are not as they should be, each alone in a file that is otherwise good. */
final class MalformedCells extends FileTrials {

    private MalformedCells(TestDatabase database) {
        super(database);
    }

    static List<Malformed> all(TestDatabase database) {
        MalformedCells trials = new MalformedCells(database);
        trials.rows();
        trials.values();
        return trials.all;
    }

    /** What stands where the number of a person should. */
    private void rows() {
        number("blank", "", 1, 0);
        number("with a hyphen", METTE.substring(0, 6) + "-" + METTE.substring(6), 0, 0);
        number("with a blank in the middle", METTE.substring(0, 6) + " " + METTE.substring(6), 0, 0);
        number("with blanks in it", METTE.replaceAll("(..)", "$1 "), 1, 0);
        number("with a zero-width blank in it", METTE.substring(0, 6) + "\u200B" + METTE.substring(6), 1, 0);
        number("in wide digits", METTE.replace('1', '\uFF11'), 1, 0);
        number("in quotes", '"' + METTE + '"', 0, 0);
        number("as a spreadsheet writes it", "1,20386E+09", 1, 0);
        number("one digit short", METTE.substring(1, 9), 1, 0);
        number("one digit long", METTE + "0", 1, 0);
        number("all zeros", "0000000000", 1, 0);
        number("of 31 February", "3102859900", 1, 0);
        number("with a letter for a digit", "12O3859900", 1, 0);
        number("of a replacement, with letters", "120385AA01", 1, 0);
        number("of a replacement, day plus 60", "7203859900", 0, 1);
        number("of somebody nobody asked about", "0102709900", 0, 1);
        number("that is a formula", "=" + METTE, 1, 0);
    }

    /** What stands in a cell of a row that is otherwise in order. */
    private void values() {
        date("31-02-2026", "quarantined");
        date("29-02-2025", "quarantined");
        date("29-02-2024", "mapped");
        date("00-00-0000", "quarantined");
        date("01-01-0001", "mapped");
        date("01-01-9999", "mapped");
        date("1-2-2026", "quarantined");
        date("01-02-26", "quarantined");
        date("01-02-+99999", "quarantined");
        date("0１-02-2026", "quarantined");
        date("2026-02-01", "quarantined");
        date("i går", "quarantined");
        date("", "quarantined");
        for (String said : List.of(
                "=cmd|' /C calc'!A0",
                "+1+1",
                "-1-1",
                "@SUM(A1)",
                "\t=1+1",
                "<script>alert(1)</script>",
                "' or 1=1 --",
                "${jndi:ldap://x/y}",
                "\u202Eodnu",
                "\u0000\u0007\u001B[31m",
                "\uD83D\uDE00",
                "../../etc/passwd")) {
            said(
                    "that says "
                            + said.codePoints()
                                    .mapToObj("%x"::formatted)
                                    .limit(6)
                                    .toList(),
                    said);
        }
        said("with a line break in quotes", "\"to\r\nlinjer\"");
        said("with a quote in the middle", "ab\"c");
        said("with doubled quotes", "\"ab\"\"c\"");
        said("of a hundred thousand letters", "x".repeat(100_000));
        for (String owed : List.of("NaN", "1E400", "6 120,00", "ti", "1".repeat(100_000), ".123".repeat(20_000))) {
            onlyBolig(
                    "an amount " + owed.substring(0, Math.min(8, owed.length())),
                    withHome(home("9", METTE, "Vej 1", "01.02.2024", owed)),
                    homes(HOMES_MAPPED.plus(new Fates(0, 1, 0, 0)), 0, 0));
        }
    }

    private void number(String words, String cpr, int nobodys, int others) {
        int mapped = 1 - nobodys - others;
        Fates more = new Fates(mapped, 0, 0, 0);
        if (WESTERN.newEncoder().canEncode(cpr)) {
            aCase(
                    "a number " + words,
                    sag("JC-9", cpr, "01-02-2026", ""),
                    Malformed.sum(CASES_MAPPED.plus(more), nobodys, others));
        }
        onlyBolig(
                "a number " + words,
                withHome(home("9", cpr, "Vej 1", "01.02.2024", "")),
                homes(HOMES_MAPPED.plus(more), nobodys, others));
    }

    private void date(String date, String fate) {
        Fates more = fate.equals("mapped") ? new Fates(1, 0, 0, 0) : new Fates(0, 1, 0, 0);
        if (WESTERN.newEncoder().canEncode(date)) {
            aCase("a date " + date, sag("JC-9", METTE, date, ""), Malformed.sum(CASES_MAPPED.plus(more), 0, 0));
        }
        onlyBolig(
                "a date " + date,
                withHome(home("9", METTE, "Vej 1", date.replace('-', '.'), "")),
                homes(HOMES_MAPPED.plus(more), 0, 0));
    }

    private void said(String words, String said) {
        onlyBolig(
                "a text " + words,
                withHome(home("9", METTE, said, "01.02.2024", "")),
                homes(HOMES_MAPPED.plus(new Fates(1, 0, 0, 0)), 0, 0));
    }

    private void aCase(String words, String row, String becomes) {
        add(
                "jobcenter",
                words,
                becomes,
                () -> jobcenter.outcome(
                        folder -> new JobcenterFiles(folder).add("SAG", row).deliver(TODAY)));
    }

    private static byte[] withHome(String row) {
        return (HOMES + row + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
