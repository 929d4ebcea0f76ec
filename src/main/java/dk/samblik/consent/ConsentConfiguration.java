package dk.samblik.consent;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the consent rules. */
@Configuration
@EnableConfigurationProperties({ConsentSettings.class, DataController.class, TaskSettings.class, DeskSettings.class})
class ConsentConfiguration {}
