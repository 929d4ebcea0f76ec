package dk.samblik.access;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log and its checkpoints as the owner of both can write them: whole at first, and whole again after every tamper. */
final class Tampered {

    private final JdbcClient owner;
    private final Path file;
    private final List<String> lines;
    private final List<LogRows.Kept> rows;

    Tampered(JdbcClient owner, LogRows rows, Path file, long head) throws IOException {
        this.owner = owner;
        this.file = file;
        this.lines = List.copyOf(Files.readAllLines(file));
        this.rows = List.copyOf(rows.page(0, head));
        for (String table : new String[] {"access_log", "access_log_head"}) {
            owner.sql("create table kept_" + table + " as table " + table).update();
        }
    }

    /** Puts everything back. */
    void heal() throws IOException {
        owner.sql("truncate access_log").update();
        owner.sql("insert into access_log select * from kept_access_log").update();
        owner.sql("update access_log_head h set seq = k.seq, link = k.link from kept_access_log_head k")
                .update();
        write(lines);
    }

    void write(List<String> changed) throws IOException {
        Files.write(file, changed, StandardCharsets.US_ASCII);
    }

    /** The lines of the checkpoints, to be changed. */
    List<String> lines() {
        return new ArrayList<>(lines);
    }

    JdbcClient owner() {
        return owner;
    }

    long size() {
        return rows.size();
    }

    LogRows.Kept row(long seq) {
        return rows.get((int) seq - 1);
    }

    /** Any of the fields, set to another value than it had. */
    void edit(long seq, Random random) {
        List<String> edits = List.of(
                "actor = actor || 'x'",
                "actor_role = 'IT'",
                "actor_org = ''",
                "purpose = 'another'",
                "action = 'PRINT'",
                "household_id = gen_random_uuid()",
                "person_id = gen_random_uuid()",
                "source = 'HOUSING'",
                "categories = categories || '{X}'",
                "consents = '{none/1}'",
                "view_version = coalesce(view_version, 0) + 1",
                "outcome = 'DENIED'",
                "request_id = 'r'",
                "run_id = gen_random_uuid()",
                "at = at + interval '1 microsecond'");
        owner.sql("update access_log set " + edits.get(random.nextInt(edits.size())) + " where seq = ?")
                .param(seq)
                .update();
    }

    void delete(long from, long to) {
        owner.sql("delete from access_log where seq between ? and ?")
                .param(from)
                .param(to)
                .update();
    }

    /** Rows after this one move by so many places, as if some had come between or gone. */
    void move(long after, long by) {
        try {
            owner.sql("update access_log set seq = -seq where seq > ?")
                    .param(after)
                    .update();
            owner.sql("update access_log set seq = -seq + ? where seq < 0")
                    .param(by)
                    .update();
        } catch (DataAccessException fault) {
            throw new IllegalStateException("rows could not be moved", fault);
        }
    }

    /** Another copy of a row, under this number, which must be free. */
    void copy(long of, long to) {
        owner.sql("""
                insert into access_log select ?, at, actor, actor_role, actor_org, purpose, action, household_id, person_id,
                  source, categories, consents, view_version, outcome, request_id, run_id, previous, link
                  from kept_access_log where seq = ?
                """).param(to).param(of).update();
    }

    /** Every row from this one on is made to hang on the one before it again, and the head on the last. */
    void rechain(long from, LogRows stored) {
        LogHead last = from <= 1
                ? new LogHead(0, new byte[32])
                : stored.page(from - 2, from - 1).stream()
                        .map(kept -> new LogHead(kept.row().seq(), kept.link()))
                        .findFirst()
                        .orElseThrow();
        List<Long> numbers = new ArrayList<>();
        List<byte[]> links = new ArrayList<>(List.of(last.link()));
        for (LogRows.Kept kept : stored.page(from - 1, Long.MAX_VALUE)) {
            last = new LogHead(kept.row().seq(), kept.row().link(last.link()));
            numbers.add(last.seq());
            links.add(last.link());
        }
        owner.sql("""
                update access_log l set previous = n.previous, link = n.link
                  from unnest(cast(? as bigint[]), cast(? as bytea[]), cast(? as bytea[])) as n (seq, previous, link)
                 where l.seq = n.seq
                """)
                .param(numbers.toArray(Long[]::new))
                .param(links.subList(0, numbers.size()).toArray(byte[][]::new))
                .param(links.subList(1, links.size()).toArray(byte[][]::new))
                .update();
        head(last);
    }

    void head(LogHead head) {
        owner.sql("update access_log_head set seq = ?, link = ?")
                .param(head.seq())
                .param(head.link())
                .update();
    }
}
