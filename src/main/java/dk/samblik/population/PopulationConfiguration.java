package dk.samblik.population;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the population register. */
@Configuration
@EnableConfigurationProperties(PopulationSettings.class)
class PopulationConfiguration {}
