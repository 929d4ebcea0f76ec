package dk.samblik.team;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whom staff call when something is wrong with the pages. */
@ConfigurationProperties("samblik.team")
record HelpSettings(@DefaultValue("12 34 56 78") String phone) {}
