package dk.samblik.retention;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the times things are kept. */
@Configuration
@EnableConfigurationProperties(RetentionSettings.class)
class RetentionConfiguration {}
