package dk.samblik.storage;

import java.util.EnumMap;
import java.util.Map;
import javax.sql.DataSource;

/** The hub's storage, ready: server up, schema at the hub's version, settings and rights checked, pools by role. */
final class Storage implements AutoCloseable {

    private final Login owner;
    private final Pools pools;

    private Storage(Login owner, Map<Role, Login> logins) {
        this.owner = owner;
        Migrations.run(Pool.unpooled(owner));
        this.pools = new Pools(logins);
        try {
            new StorageCheck(pools).run();
        } catch (StorageRefused refused) {
            pools.close();
            throw refused;
        }
    }

    /** On the hub's own server. */
    static Storage on(EmbeddedPostgres server) {
        OwnServer own = new OwnServer(server);
        own.prepare();
        return new Storage(own.owner(OwnServer.DATABASE), own.logins(OwnServer.DATABASE));
    }

    /** On the server the settings name. */
    static Storage at(StorageSettings settings) {
        Map<Role, Login> logins = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            logins.put(role, settings.login(role));
        }
        return new Storage(settings.owner(), logins);
    }

    Database database(Role role) {
        return pools.of(role).database();
    }

    DataSource connections(Role role) {
        return pools.of(role).connections();
    }

    /** What copies the whole database, as the owner of the schema. */
    DatabaseCopy copy() {
        return new DatabaseCopy(owner);
    }

    /** Lets go of every connection. */
    @Override
    public void close() {
        pools.close();
    }
}
