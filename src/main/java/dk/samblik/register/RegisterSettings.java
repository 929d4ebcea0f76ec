package dk.samblik.register;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How each register is reached, by its name in {@code mappings/} ({@code samblik.register.<name>.…}). */
@ConfigurationProperties("samblik")
public record RegisterSettings(Map<String, Connection> register) {

    public RegisterSettings {
        register = register == null ? Map.of() : Map.copyOf(register);
    }

    /**
     * One register's connection: {@code folder} for files, {@code url}, {@code user} and {@code password} for a database,
     * {@code url}, {@code clientId} and {@code clientSecret} for a service. {@code limit} is the most that one attempt of
     * a question may take, and no attempt begins after it. {@code pace} is the least time from one call of a service to the
     * next.
     */
    public record Connection(
            @Nullable Path folder,
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @DefaultValue("30s") Duration limit,
            @DefaultValue("25ms") Duration pace) {

        public Connection {
            if (limit == null || limit.compareTo(Duration.ofSeconds(1)) < 0) {
                throw new IllegalArgumentException("samblik.register.*.limit must be at least 1s; 30s is a good value");
            }
            if (pace == null || pace.isNegative()) {
                throw new IllegalArgumentException(
                        "samblik.register.*.pace must not be negative; 25ms keeps to 40 calls a second");
            }
        }

        @Override
        public String toString() {
            return "Connection[masked]";
        }
    }

    /** The connection of one register; {@link Registers} has seen to it that there is one. */
    Connection of(String name) {
        return Objects.requireNonNull(register.get(name), () -> "samblik.register." + name + " is not configured");
    }

    /** The folder of a register that delivers files. */
    Path folder(String name) {
        return Objects.requireNonNull(of(name).folder(), () -> "samblik.register." + name + ".folder is not set");
    }
}
