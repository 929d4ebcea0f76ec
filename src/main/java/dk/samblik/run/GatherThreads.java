package dk.samblik.run;

import org.apache.camel.CamelContext;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.stereotype.Component;

/**
 * The threads on which the registers are asked side by side. They have no queue: under Camel's own profile, ten threads and
 * a long queue, the questions of a refresh would wait for those of a night. When all are busy the asking thread asks.
 */
@Component
public class GatherThreads implements CamelContextConfiguration {

    private static final String NAME = "gather";
    private static final int KEPT = 12;
    private static final int MOST = 120;

    @Override
    public void beforeApplicationStart(CamelContext camel) {
        ThreadPoolProfile profile = new ThreadPoolProfile(NAME);
        profile.setPoolSize(KEPT);
        profile.setMaxPoolSize(MOST);
        profile.setMaxQueueSize(0);
        camel.getExecutorServiceManager().registerThreadPoolProfile(profile);
    }

    @Override
    public void afterApplicationStart(CamelContext camel) {}
}
