package dk.samblik.draw;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Binds the settings of the draw. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DrawSettings.class)
class DrawConfiguration {}
