package dk.samblik.storage;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Samblik keeps things.
 *
 * @param url an existing PostgreSQL; without it the hub starts one of its own
 * @param user the owner of the schema there; also works as every role that has no login of its own
 * @param password the owner's password
 * @param embedded whether the hub's own PostgreSQL may be used in the profile {@code production} too
 * @param home the folder of the hub's own PostgreSQL
 * @param logins by role ({@code hub_pipeline}, {@code hub_web}, {@code hub_audit}, {@code hub_ops},
 *     {@code hub_effect}, {@code hub_draw}) a login of its own
 */
@ConfigurationProperties("samblik.storage")
public record StorageSettings(
        @Nullable String url,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("false") boolean embedded,
        @DefaultValue("work/data") Path home,
        @DefaultValue Map<String, RoleLogin> logins) {

    /** A role's own user and password. */
    public record RoleLogin(String user, String password) {}

    public StorageSettings {
        logins = Map.copyOf(logins);
        for (String role : logins.keySet()) {
            Role.named(role);
        }
    }

    /** The configured owner; refuses half a login with the name of what is missing. */
    Login owner() {
        return new Login(
                needed("samblik.storage.url", url),
                needed("samblik.storage.user", user),
                needed("samblik.storage.password", password));
    }

    private static String needed(String key, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new StorageRefused(
                    key + " is missing. Set samblik.storage.url, .user and .password together, or none of"
                            + " them to use the PostgreSQL that comes with Samblik.");
        }
        return value;
    }

    /** How this role signs in: its own login, else the owner's. */
    Login login(Role role) {
        RoleLogin own = logins.get(role.user());
        Login owner = owner();
        return own == null ? owner : new Login(owner.url(), own.user(), own.password());
    }
}
