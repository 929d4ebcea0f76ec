package dk.samblik.notice;

import dk.samblik.access.Viewer;
import dk.samblik.household.CivilClock;
import dk.samblik.household.HouseholdId;
import dk.samblik.notice.News.ToReader;
import dk.samblik.storage.Database;
import dk.samblik.team.Unread;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * Which version is news to whom, and what of it is read and told. A household that was opened is read up to the version
 * opened. Of a household without a consent in force today, or of another area than the reader's, nothing is there.
 */
@Component
class Notices implements Unread {

    static final int PER_PAGE = 25;

    /** Each notice with its reader's areas ({@code f}) and last look ({@code s}). */
    private static final String OPEN = """
              from unnest(cast(:readers as text[]), cast(:areas as text[])) as f (subject, area)
              join notice n on n.subject = f.subject
              join household h on h.household_id = n.household_id and h.area = f.area
              left join seen s on s.subject = n.subject and s.household_id = n.household_id
             where exists (select from consent_in_force c
                     where c.household_id = n.household_id and c.valid_from <= :today and c.valid_to >= :today)
            """;

    private static final String UNREAD = "n.read_at is null and n.version > coalesce(s.version, 0)";
    private static final String COLUMNS =
            "select n.notice_id, n.subject, n.household_id, n.version, n.published_at, " + UNREAD + " as unread";

    private final Database database;
    private final CivilClock clock;

    Notices(@Qualifier("webDatabase") Database database, CivilClock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A version that nobody has looked through for news yet, with the area of its household. */
    record Unnoted(HouseholdId household, int version, String area) {}

    /** Some of a reader's notices, newest first, and how many there are. */
    record Page(List<Notice> notices, int inAll) {
        Page {
            notices = List.copyOf(notices);
        }

        /** How many pages there are, one at least. */
        int pages() {
            return Math.max(1, (inAll + PER_PAGE - 1) / PER_PAGE);
        }
    }

    @Override
    public int households(Viewer viewer) {
        return of(List.of(viewer), "select count(distinct n.household_id)" + OPEN + " and " + UNREAD)
                .query(Integer.class)
                .single();
    }

    /** A page of what this reader was told, from page 1; of the unread alone where so asked. */
    Page page(Viewer viewer, boolean unreadOnly, int page) {
        String which = OPEN + (unreadOnly ? " and " + UNREAD : "");
        int inAll = of(List.of(viewer), "select count(*)" + which)
                .query(Integer.class)
                .single();
        List<Notice> notices = of(
                        List.of(viewer),
                        COLUMNS + which + " order by n.published_at desc, n.notice_id desc limit :most offset :from")
                .param("most", PER_PAGE)
                .param("from", (page - 1) * PER_PAGE)
                .query((row, number) -> notice(row))
                .list();
        return new Page(notices, inAll);
    }

    /** What is unread and was never told of by mail, of all these readers. */
    List<Notice> untold(Collection<Viewer> readers) {
        return of(readers, COLUMNS + OPEN + " and n.told_at is null and " + UNREAD + " order by n.subject, n.notice_id")
                .query((row, number) -> notice(row))
                .list();
    }

    private StatementSpec of(Collection<Viewer> readers, String sql) {
        return database.sql()
                .sql(sql)
                .param(
                        "readers",
                        readers.stream()
                                .flatMap(reader -> reader.areas().stream().map(area -> reader.subject()))
                                .toArray(String[]::new))
                .param(
                        "areas",
                        readers.stream()
                                .flatMap(reader -> reader.areas().stream())
                                .toArray(String[]::new))
                .param("today", clock.today());
    }

    /** Marks what this reader had up to a notice as read: of one household, or of all where none is given. */
    void read(String subject, @Nullable HouseholdId household, long until) {
        database.sql()
                .sql("""
                        update notice set read_at = :now where subject = :subject and notice_id <= :until and read_at is null
                           and (cast(:household as uuid) is null or household_id = cast(:household as uuid))
                        """)
                .param("now", Timestamp.from(clock.now()))
                .param("subject", subject)
                .param("until", until)
                .param("household", household == null ? null : household.toString())
                .update();
    }

    /** Forgets notices of which there is nothing to tell any more. */
    void forget(Collection<Long> ids) {
        database.sql()
                .sql("delete from notice where notice_id = any (cast(:ids as bigint[]))")
                .param("ids", ids.stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    /** Some versions that nobody has looked through; a first one is never among them. */
    List<Unnoted> unnoted(int most) {
        return database.sql()
                .sql("""
                        select v.household_id, v.version, h.area from view_version v join household h using (household_id)
                         where not v.noted and v.version > 1 order by v.household_id, v.version limit :most
                        """)
                .param("most", most)
                .query((row, number) ->
                        new Unnoted(new HouseholdId(row.getObject(1, UUID.class)), row.getInt(2), row.getString(3)))
                .list();
    }

    /** Notes who has news in these versions, and that they are looked through; doing it twice does nothing more. */
    void note(List<Unnoted> looked, Collection<ToReader> news) {
        database.doInTransaction(() -> {
            database.sql()
                    .sql("""
                            insert into notice (subject, household_id, version, published_at)
                            select n.subject, v.household_id, v.version, v.published_at
                              from unnest(cast(:subjects as text[]), cast(:households as uuid[]), cast(:versions as integer[]))
                                as n (subject, household_id, version)
                              join view_version v using (household_id, version)
                             where exists (select from consent_in_force c where c.household_id = n.household_id)
                             order by v.published_at, v.household_id, v.version
                            on conflict do nothing
                            """)
                    .param(
                            "subjects",
                            news.stream().map(one -> one.reader().subject()).toArray(String[]::new))
                    .param(
                            "households",
                            news.stream().map(one -> one.household().toString()).toArray(String[]::new))
                    .param("versions", news.stream().map(ToReader::version).toArray(Integer[]::new))
                    .update();
            database.sql()
                    .sql("""
                            update view_version v set noted = true
                              from unnest(cast(:households as uuid[]), cast(:versions as integer[])) as n (household_id, version)
                             where v.household_id = n.household_id and v.version = n.version
                            """)
                    .param(
                            "households",
                            looked.stream()
                                    .map(one -> one.household().toString())
                                    .toArray(String[]::new))
                    .param("versions", looked.stream().map(Unnoted::version).toArray(Integer[]::new))
                    .update();
        });
    }

    /** Takes a receiver's only mail of a day; false where it was taken before, whatever came of it. */
    boolean takeDay(String subject, LocalDate day) {
        return database.sql()
                        .sql("""
                                insert into notice_mail (subject, day) values (:subject, :day)
                                on conflict (subject) do update set day = excluded.day where notice_mail.day < excluded.day
                                """)
                        .param("subject", subject)
                        .param("day", day)
                        .update()
                == 1;
    }

    /** Gives it back: it is certain that nothing was sent. */
    void giveDayBack(String subject) {
        database.sql()
                .sql("delete from notice_mail where subject = :subject")
                .param("subject", subject)
                .update();
    }

    /** These were told of by mail. */
    void told(Collection<Long> ids) {
        database.sql()
                .sql("update notice set told_at = :now where notice_id = any (cast(:ids as bigint[]))")
                .param("now", Timestamp.from(clock.now()))
                .param("ids", ids.stream().map(String::valueOf).toArray(String[]::new))
                .update();
    }

    private static Notice notice(ResultSet row) throws SQLException {
        return new Notice(
                row.getLong("notice_id"),
                row.getString("subject"),
                new HouseholdId(row.getObject("household_id", UUID.class)),
                row.getInt("version"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("unread"));
    }
}
