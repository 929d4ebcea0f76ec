package dk.samblik.register;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Puts the settings of this package to use. */
@Configuration
@EnableConfigurationProperties(RegisterSettings.class)
class RegisterConfiguration {}
