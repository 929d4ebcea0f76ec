package dk.samblik.access;

import dk.samblik.campaign.Operation;
import dk.samblik.campaign.Operation.Kind;
import dk.samblik.campaign.Watch;
import dk.samblik.storage.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A way in which the access log cannot be written. Most are the server's own doing; two are met on the way to it. */
enum LogFault {
    TABLE_LOCKED("begin; lock table access_log in access exclusive mode", "rollback"),
    HEAD_STUCK("begin; select from access_log_head for update", "rollback"),
    INSERT_REVOKED("revoke insert on access_log from hub_audit", "grant insert on access_log to hub_audit"),
    DISK_FULL("""
            create function disk_full() returns trigger language plpgsql as
              $$ begin raise exception using errcode = '53100', message = 'KANARIEFUGL'; end $$;
            create trigger disk_full before insert on access_log for each row execute function disk_full()
            """, "drop trigger disk_full on access_log; drop function disk_full()"),
    CONNECTION_CUT("", ""),
    COMMIT_UNKNOWN("", "");

    private final String cause;
    private final String cure;

    LogFault(String cause, String cure) {
        this.cause = cause;
        this.cure = cure;
    }

    /** The log of this database, which has the fault that is given to it. */
    static final class Store implements Watch {

        private static final String CONNECTION_FAILURE = "08006";

        private final ThreadLocal<Boolean> writing = ThreadLocal.withInitial(() -> false);
        private volatile LogFault fault = LogFault.INSERT_REVOKED;
        private volatile boolean faulty;
        private volatile DataSource superuser = new org.springframework.jdbc.datasource.DriverManagerDataSource();

        /** While the work is done the log cannot be written. */
        void with(LogFault what, TestDatabase database, Runnable work) {
            superuser = database.superuser();
            fault = what;
            try (Connection owner = database.owner().getConnection();
                    Statement statement = owner.createStatement()) {
                statement.execute(what.cause);
                faulty = true;
                try {
                    work.run();
                } finally {
                    faulty = false;
                    statement.execute(what.cure);
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void before(Operation operation) throws SQLException {
            if (operation.kind() == Kind.EXECUTE) {
                writing.set(operation.sql().contains("insert into access_log")
                        || operation.sql().contains("update access_log_head"));
            }
            if (faulty
                    && fault == CONNECTION_CUT
                    && operation.kind() == Kind.EXECUTE
                    && operation.sql().contains("insert into access_log")) {
                cut();
            }
        }

        private void cut() throws SQLException {
            try (Connection connection = superuser.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("select pg_terminate_backend(l.pid) from pg_locks l"
                        + " where l.relation = 'access_log_head'::regclass and l.pid <> pg_backend_pid()");
            }
        }

        @Override
        public void after(Operation operation) throws SQLException {
            if (faulty && fault == COMMIT_UNKNOWN && operation.kind() == Kind.COMMIT && writing.get()) {
                throw new SQLException("it is not known whether this was committed", CONNECTION_FAILURE);
            }
        }
    }
}
