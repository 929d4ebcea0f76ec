package dk.samblik;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts everything. */
@SpringBootApplication
public class Samblik {

    /** The hub, or one command of it when arguments name one. */
    public static void main(String[] args) {
        SpringApplication.run(Samblik.class, args);
    }
}
