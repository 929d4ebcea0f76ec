package dk.samblik.bench;

import dk.samblik.Samblik;
import dk.samblik.access.OpenSignIn;
import dk.samblik.access.Staff;
import dk.samblik.consent.Import;
import dk.samblik.consent.ImportResult;
import dk.samblik.run.Runs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/**
 * The hub as it is shipped, with a sign-in of the benchmark's own. Told {@code import}, {@code night} or {@code heap}, it
 * does what a command or the clock would make it do.
 */
public final class HubProcess {

    static final String PASSWORD = "of-the-benchmark";

    private final ConfigurableApplicationContext hub;

    private HubProcess(ConfigurableApplicationContext hub) {
        this.hub = hub;
    }

    /** The settings as Spring takes them; answers {@code ready}, then as it is told until nobody tells it any more. */
    public static void main(String[] settings) throws IOException {
        HubProcess process = new HubProcess(new SpringApplicationBuilder(Samblik.class, Everybody.class).run(settings));
        Jvm.answer("ready");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            Jvm.answer(process.done(line.split(" ", 2)));
        }
        process.hub.close();
        System.exit(0);
    }

    private String done(String[] words) {
        return switch (words[0]) {
            case "import" -> imported(Path.of(words[1]));
            case "night" ->
                hub.getBean(Runs.class).requestNightly("bench", "BENCH").toString();
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String imported(Path folder) {
        Import desk = hub.getBean(Import.class);
        taken(desk.households(folder.resolve("households.json")));
        taken(desk.consents(folder.resolve("consents.json")));
        taken(desk.teams(folder.resolve("teams.json")));
        return "imported";
    }

    private static void taken(ImportResult result) {
        if (!result.taken()) {
            throw new IllegalStateException("an import file was refused");
        }
    }

    /** Lets everybody of the staff table in, as the demo does; no bean of any other part of the tests. */
    static final class Everybody {

        @Bean
        OpenSignIn openSignIn() {
            return () -> PASSWORD;
        }

        @Bean
        UserDetailsService users(Staff staff) {
            return subject -> staff.find(subject)
                    .map(viewer -> User.withUsername(viewer.subject())
                            .password("{noop}" + PASSWORD)
                            .authorities(new String[0])
                            .build())
                    .orElseThrow(() -> new UsernameNotFoundException("not in the table staff"));
        }
    }
}
