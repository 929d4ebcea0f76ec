package dk.samblik.storage;

import java.util.EnumMap;
import java.util.Map;

/** The connections of all roles to one database. */
final class Pools implements AutoCloseable {

    private final Map<Role, Pool> pools = new EnumMap<>(Role.class);

    Pools(Map<Role, Login> logins) {
        logins.forEach((role, login) -> pools.put(role, Pool.of(role, login)));
    }

    Pool of(Role role) {
        Pool pool = pools.get(role);
        if (pool == null) {
            throw new IllegalStateException("no connections for " + role);
        }
        return pool;
    }

    @Override
    public void close() {
        pools.values().forEach(Pool::close);
    }
}
