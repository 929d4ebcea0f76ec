package dk.samblik.mapping;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Conversions that look a code up in a dated list, on the day another column of the row says, else on the night. */
record Codes(CodeList list, DateForm dates, @Nullable Column on) {

    private static final Pattern SUBJECT = Pattern.compile("(\\d{2}\\.\\d{2}\\.\\d{2})(-.*)?");
    private static final Pattern SPREADSHEET = Pattern.compile("0?(\\d{1,2})[-. ]+(\\p{L}{3})\\.?");
    private static final List<List<String>> MONTHS = List.of(
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"),
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));

    /** The code; the second cell is the register's own text for one the list does not have. */
    @Nullable
    Coded code(Cells cells) {
        String written = Words.text(cells);
        return written == null ? null : list.on(day(cells), written, cells.text(1));
    }

    /** A subject number without its facet. */
    @Nullable
    Coded subject(Cells cells) {
        String written = cells.text(0);
        return written == null ? null : list.on(day(cells), withoutFacet(written), null);
    }

    /** A target group; {@code 06-feb} is what a spreadsheet makes of 6.2. */
    @Nullable
    Coded targetGroup(Cells cells) {
        String written = cells.text(0);
        if (written == null) {
            return null;
        }
        Matcher date = SPREADSHEET.matcher(written.toLowerCase(Locale.ROOT));
        String code = date.matches() && month(date.group(2)) > 0 ? date.group(1) + "." + month(date.group(2)) : written;
        return list.on(day(cells), code, null);
    }

    /** Open unless the status says closed; a status nobody knows is open as long as the second cell, the end, is empty. */
    boolean openCase(Cells cells) {
        Coded status = code(cells.first());
        return status == null || status.canonical() == null
                ? dates.date(cells, 1) == null
                : !status.canonical().equals("CLOSED");
    }

    /** Whether the role is that of the one who is primary for the person. */
    boolean primaryRole(Cells cells) {
        Coded role = code(cells);
        return role != null && "PRIMARY".equals(role.canonical());
    }

    /** What is granted: the title of the subject number, else that of the paragraph; the code is the subject number. */
    @Nullable
    Coded grantKind(Cells cells, CodeList laws) {
        Coded subject = subject(cells);
        String typed = cells.text(1);
        if (typed == null || (subject != null && subject.known())) {
            return subject;
        }
        Coded law = LegalBasis.read(typed, cells.text(2))
                .map(basis -> laws.on(day(cells), basis.name(), null))
                .filter(Coded::known)
                .orElse(null);
        return law == null ? subject : new Coded(subject == null ? "" : subject.code(), law.text(), null, true);
    }

    private LocalDate day(Cells cells) {
        LocalDate day = on == null ? null : dates.date(cells.at(on), 0);
        return day == null ? cells.night() : day;
    }

    private static String withoutFacet(String written) {
        Matcher matcher = SUBJECT.matcher(written);
        return matcher.matches() ? matcher.group(1) : written;
    }

    private static int month(String name) {
        return MONTHS.stream().mapToInt(names -> names.indexOf(name) + 1).max().orElse(0);
    }
}
