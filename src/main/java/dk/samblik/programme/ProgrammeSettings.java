package dk.samblik.programme;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the files of programmes are: {@code folder}, read once at start. */
@ConfigurationProperties("samblik.programme")
public record ProgrammeSettings(@DefaultValue("programmes") Path folder) {}
