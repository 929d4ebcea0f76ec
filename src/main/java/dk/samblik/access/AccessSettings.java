package dk.samblik.access;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the keys lie: outside the database's folder, so that a copy of one is never a copy of both. And how the access log
 * is proven.
 *
 * @param keystore the wrapped keys; backed up apart from the database and kept for seven days only
 * @param masterKey the key that wraps them, unless a key service holds it
 */
@ConfigurationProperties("samblik.access")
record AccessSettings(
        @DefaultValue("work/keys/keystore.jsonl") Path keystore,
        @DefaultValue("work/keys/master.key") Path masterKey,
        @DefaultValue CheckpointSettings checkpoints) {}
