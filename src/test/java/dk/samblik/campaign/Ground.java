package dk.samblik.campaign;

import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hub's database as it was at one moment, put back as often as wanted while the hub goes on living on it. */
final class Ground {

    private static final String TABLES = """
            select table_name from information_schema.tables
             where table_schema = 'public' and table_type = 'BASE TABLE'
               and table_name not like 'qrtz%' and table_name not like 'flyway%'
            """;

    private final JdbcClient superuser;
    private final String back;

    /** Keeps what lies there now. */
    Ground(DataSource superuser) {
        this.superuser = JdbcClient.create(superuser);
        List<String> tables = this.superuser.sql(TABLES).query(String.class).list();
        this.superuser.sql("create schema ground").update();
        tables.forEach(table -> this.superuser
                .sql("create table ground." + table + " as table public." + table)
                .update());
        // Foreign keys are held by triggers, which do not fire here: the order of the tables is of no account.
        back = "set local session_replication_role = replica; "
                + tables.stream()
                        .map(table -> "delete from public." + table + "; insert into public." + table
                                + " select * from ground." + table)
                        .collect(Collectors.joining("; "));
    }

    /** Puts it back. */
    void restore() {
        superuser.sql("begin; " + back + "; commit").update();
    }
}
