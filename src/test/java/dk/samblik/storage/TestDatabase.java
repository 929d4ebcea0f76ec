package dk.samblik.storage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A migrated, empty database of a test's own, on the one PostgreSQL of this JVM. Gone when the JVM ends; close it earlier
 * where many are made.
 */
public final class TestDatabase implements AutoCloseable {

    private final String name;
    private final Pools pools;

    private TestDatabase(String name) {
        this.name = name;
        this.pools = new Pools(TestServer.running().own().logins(name));
    }

    /** A new one. */
    public static TestDatabase fresh() {
        return new TestDatabase(TestServer.running().copy());
    }

    public Database pipeline() {
        return pools.of(Role.PIPELINE).database();
    }

    public Database web() {
        return pools.of(Role.WEB).database();
    }

    public Database audit() {
        return pools.of(Role.AUDIT).database();
    }

    public Database ops() {
        return pools.of(Role.OPS).database();
    }

    public Database effect() {
        return pools.of(Role.EFFECT).database();
    }

    public Database draw() {
        return pools.of(Role.DRAW).database();
    }

    /** The owner of the schema: may do what no role of the hub may, for arranging and for looking. */
    public DataSource owner() {
        return Pool.unpooled(ownerLogin());
    }

    /** How the owner signs in. */
    public Login ownerLogin() {
        return TestServer.running().own().owner(name);
    }

    public String url() {
        return ownerLogin().url();
    }

    /** The superuser in this database. */
    public DataSource superuser() {
        return Pool.unpooled(TestServer.running().server().superuser(name));
    }

    /** A new empty database beside this one, for a register of a test; reached as the superuser. */
    public static Login bare(String database) {
        TestServer.running().admin().sql("create database " + database).update();
        return TestServer.running().server().superuser(database);
    }

    /** The server's own log, where the owner of a register reads what was asked. */
    public static Path serverLog() {
        return TestServer.running().serverLog();
    }

    /** What a Spring Boot test sets so that the hub works on this database, with keys of its own. */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("samblik.storage.url", url());
        settings.put("samblik.storage.user", ownerLogin().user());
        settings.put("samblik.storage.password", ownerLogin().password());
        String keys = TestServer.running().keys(name).toString();
        settings.put("samblik.access.keystore", keys + "/keystore.jsonl");
        settings.put("samblik.access.master-key", keys + "/master.key");
        settings.put("samblik.access.checkpoints.key", keys + "/checkpoint.key");
        settings.put("samblik.access.checkpoints.folder", keys + "/checkpoints");
        TestServer.running().own().logins(name).forEach((role, login) -> {
            String prefix = "samblik.storage.logins." + role.user() + ".";
            settings.put(prefix + "user", login.user());
            settings.put(prefix + "password", login.password());
        });
        return settings;
    }

    /** What copies it whole. */
    public DatabaseCopy copy() {
        return new DatabaseCopy(ownerLogin());
    }

    /** Lets go of every connection and does the work, as if no hub ran; answers with the same database, connected anew. */
    public TestDatabase meanwhile(Runnable work) {
        pools.close();
        work.run();
        return new TestDatabase(name);
    }

    @Override
    public void close() {
        pools.close();
        TestServer.running()
                .admin()
                .sql("drop database if exists " + name + " with (force)")
                .update();
    }
}
