package dk.samblik;

import dk.samblik.household.LogSettings;
import dk.samblik.operations.Console;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts everything. */
@SpringBootApplication
@EnableConfigurationProperties(LogSettings.class)
public class Samblik {

    /** The hub, or one command of it when the arguments name one. */
    public static void main(String[] arguments) {
        if (Console.asked(arguments)) {
            System.exit(Console.run(Samblik.class, arguments));
        }
        SpringApplication.run(Samblik.class, arguments);
    }
}
