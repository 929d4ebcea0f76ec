package dk.samblik.run;

import dk.samblik.household.CivilClock;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/** The clock everything is judged by, and the sign of life of the runs we hold. */
@Configuration
@EnableScheduling
@EnableConfigurationProperties(RunSettings.class)
class RunConfiguration {

    @Bean
    @ConditionalOnMissingBean
    CivilClock civilClock() {
        return new CivilClock(Clock.systemUTC());
    }

    /** Tells PostgreSQL every few seconds that the runs of this process are alive. */
    record Heartbeat(Runs runs) {
        @Scheduled(fixedDelayString = "${samblik.run.heartbeat:5s}")
        void beat() {
            runs.stayAlive();
        }
    }

    @Bean
    Heartbeat heartbeat(Runs runs) {
        return new Heartbeat(runs);
    }
}
