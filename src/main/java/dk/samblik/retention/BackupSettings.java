package dk.samblik.retention;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where backups are written to, apart from each other.
 *
 * @param database copies of the database, content sealed
 * @param keystore copies of the keystore, sealed to the data owner; not where the database's are
 * @param ownerKey the data owner's public key
 */
@ConfigurationProperties("samblik.retention.backup")
public record BackupSettings(
        @DefaultValue("work/backups/database") Path database,
        @DefaultValue("work/backups/keystore") Path keystore,
        @DefaultValue("work/keys/owner.key.public") Path ownerKey) {

    /** How the name of a database's copy ends. */
    public static final String DATABASE_END = ".zip";

    /** How the name of a keystore's copy ends. */
    public static final String KEYSTORE_END = ".keystore";

    public BackupSettings {
        if (database.toAbsolutePath()
                .normalize()
                .equals(keystore.toAbsolutePath().normalize())) {
            throw new IllegalArgumentException("samblik.retention.backup.database and .keystore are one folder. Whoever"
                    + " holds both copies and the master key can read everything: name two.");
        }
    }

    /** The database's copy of this id. */
    public Path database(String id) {
        return database.resolve(id + DATABASE_END);
    }

    /** The keystore's copy of this id. */
    public Path keystore(String id) {
        return keystore.resolve(id + KEYSTORE_END);
    }
}
