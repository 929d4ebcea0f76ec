package dk.samblik.team;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Whose pages these are, as header and footer say it: the responsible authority and the number to call. */
@ConfigurationProperties("samblik.team")
public record TeamSettings(
        @DefaultValue("Eksempel Kommune") String authority,
        @DefaultValue("12 34 56 78") String phone) {}
