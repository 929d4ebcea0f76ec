package dk.samblik.oversight;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;

/** Any fields as a question to the access log: refused, or one that the database can be asked. */
public final class FuzzedSearch {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 30);

    private FuzzedSearch() {}

    /** Takes six fields; throws where what is accepted cannot be asked. */
    public static void read(List<String> fields) {
        LogSearch search =
                new LogSearch(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4), fields.get(5));
        if (search.errors(TODAY).isEmpty()) {
            Days days = search.days(TODAY).orElseThrow();
            asked(Timestamp.from(days.begins()), Timestamp.from(days.ends()), search.asked(days));
            search.by();
        }
    }

    private static void asked(Timestamp from, Timestamp until, String words) {
        if (!from.before(until) || words.isEmpty()) {
            throw new IllegalStateException("a period that begins before it ends");
        }
    }
}
