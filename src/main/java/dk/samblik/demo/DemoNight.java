package dk.samblik.demo;

import dk.samblik.consent.Import;
import dk.samblik.consent.ImportResult;
import dk.samblik.effect.EffectRound;
import dk.samblik.operations.RunReport;
import dk.samblik.run.RunSummary;
import dk.samblik.run.Runs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The demo's first minute: takes in what the consent desk has agreed, runs a night, tells its figures, and computes those of effect. */
@Component
@Profile(DemoProfile.DEMO)
class DemoNight {

    private static final Logger LOG = LoggerFactory.getLogger(DemoNight.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final DemoSystems systems;
    private final Import desk;
    private final Runs runs;
    private final EffectRound effect;
    private final boolean console;
    private final int port;

    DemoNight(
            DemoSystems systems,
            Import desk,
            Runs runs,
            EffectRound effect,
            @Value("${samblik.console:false}") boolean console,
            @Value("${server.port:8080}") int port) {
        this.systems = systems;
        this.desk = desk;
        this.runs = runs;
        this.effect = effect;
        this.console = console;
        this.port = port;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Path files = systems.registers().importFolder();
        taken("households", desk.households(files.resolve("households.json")));
        taken("consents", desk.consents(files.resolve("consents.json")));
        taken("teams", desk.teams(files.resolve("teams.json")));
        if (!console) {
            Thread teller = new Thread(this::runAndTell, "demo-night");
            teller.setDaemon(true);
            teller.start();
        }
    }

    private static void taken(String what, ImportResult result) {
        if (!result.taken()) {
            throw new DemoRefused("the demo's " + what + " were refused: " + result.refused());
        }
        LOG.info("consent desk: {} {} taken in", result.entries(), what);
    }

    private void runAndTell() {
        try {
            var id = runs.requestNightly("demo", "DEMO");
            RunSummary run = runs.find(id).orElseThrow();
            int told = -1;
            while (!run.state().ended()) {
                Thread.sleep(LOOK.toMillis());
                run = runs.find(id).orElseThrow();
                if (run.householdsSettled() != told) {
                    told = run.householdsSettled();
                    LOG.info("night: {} of {} households", told, run.householdsInAll());
                }
            }
            StringWriter figures = new StringWriter();
            RunReport.print(run, new PrintWriter(figures));
            LOG.info("the night is over; its figures follow");
            System.out.println(figures);
            effect.monthly();
            LOG.info("open http://localhost:{} in a browser; everybody in it is invented", port);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
