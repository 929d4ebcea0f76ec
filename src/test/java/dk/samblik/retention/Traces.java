package dk.samblik.retention;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What days leave behind besides views: deliveries, rows of nobody, what a row said, looks of a team, refreshes. */
record Traces(JdbcClient owner) {

    /** Those of one day; {@code number} counts days from 0, {@code name} is its date. */
    void of(int number, String name, Instant now) {
        delivered("jobcenter", name, number % 10 == 7 ? "HELD_BACK" : "ACCEPTED", now);
        if (number < 60) {
            delivered("bolig", name, "ACCEPTED", now);
        }
        if (number % 20 == 0) {
            owner.sql("""
                            insert into quarantine values (gen_random_uuid(), :name, 'SAG', 1, 'Q09', null, '-', null, null, null, null,
                              :now, :now, gen_random_uuid())
                            """).param("name", name).param("now", Timestamp.from(now)).update();
            owner.sql("""
                            insert into seen select :name, household_id, view_version, :now from household
                             where exit_date is null
                            """).param("name", name).param("now", Timestamp.from(now)).update();
        }
        if (number % 3 == 0) {
            refreshed(now);
        }
        owner.sql("update quarantine set content_sealed = 'x' where person_id is not null and first_seen > :yesterday")
                .param("yesterday", Timestamp.from(now.minus(Duration.ofHours(30))))
                .update();
    }

    private void delivered(String register, String name, String state, Instant now) {
        owner.sql("insert into delivery values (:register, :name, :state, null, '{}', '{}', null, :now)")
                .param("register", register)
                .param("name", name)
                .param("state", state)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** A refresh that has ended, as a team asks for one now and then. */
    private void refreshed(Instant now) {
        owner.sql("""
                        insert into run (run_id, kind, reason, requested_by, household_id, night, requested_at, ended_at, state)
                        values (:run, 'REFRESH', 'TEAM', 'maja', :run, date '2023-09-01', :now, :now, 'DONE')
                        """)
                .param("run", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .update();
    }
}
