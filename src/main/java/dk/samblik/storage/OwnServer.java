package dk.samblik.storage;

import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Prepares an embedded server for the hub: an owner of the schema who is no superuser, the hub's database, and a login with
 * a password of its own for each role.
 */
final class OwnServer {

    static final String OWNER = "hub_owner";
    static final String DATABASE = "samblik";

    private final EmbeddedPostgres server;

    OwnServer(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Makes the owner, the roles with their logins, and the hub's database, where they are missing. */
    void prepare() {
        JdbcClient sql = JdbcClient.create(Pool.unpooled(server.superuser("postgres")));
        login(sql, OWNER, "login createrole createdb");
        for (Role role : Role.values()) {
            login(sql, role.user(), "login noinherit");
        }
        boolean there = sql.sql("select exists (select from pg_database where datname = ?)")
                .param(DATABASE)
                .query(Boolean.class)
                .single();
        if (!there) {
            sql.sql("create database " + DATABASE + " owner " + OWNER).update();
            sql.sql("revoke all on database " + DATABASE + " from public").update();
        }
        sql.sql("grant connect on database " + DATABASE + " to " + String.join(", ", roles()))
                .update();
    }

    private void login(JdbcClient sql, String user, String rights) {
        boolean there = sql.sql("select exists (select from pg_roles where rolname = ?)")
                .param(user)
                .query(Boolean.class)
                .single();
        if (!there) {
            sql.sql("create role " + user).update();
        }
        // DDL takes no parameters; the password is hexadecimal of our own making.
        sql.sql("alter role " + user + " with " + rights + " password '" + server.password(user) + "'")
                .update();
    }

    private static String[] roles() {
        return java.util.Arrays.stream(Role.values()).map(Role::user).toArray(String[]::new);
    }

    Login owner(String database) {
        return server.login(OWNER, database);
    }

    /** Each role's own login. */
    Map<Role, Login> logins(String database) {
        Map<Role, Login> logins = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            logins.put(role, server.login(role.user(), database));
        }
        return logins;
    }
}
