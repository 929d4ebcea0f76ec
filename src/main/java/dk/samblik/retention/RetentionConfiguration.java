package dk.samblik.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the times things are kept, and the places of backups. */
@Configuration
@EnableConfigurationProperties({RetentionSettings.class, BackupSettings.class})
class RetentionConfiguration {}
