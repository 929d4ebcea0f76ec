package dk.samblik.run;

import dk.samblik.household.CivilClock;
import java.util.HashSet;
import java.util.Set;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Removes from the store the triggers of our group that no route declares any more: a renamed trigger would go on firing
 * for ever into nothing (docs/decisions/the-night-is-made-up-for.md).
 */
@Component
class NightTrigger {

    private static final Logger LOG = LoggerFactory.getLogger(NightTrigger.class);
    static final String GROUP = "samblik";

    private final Scheduler scheduler;
    private final CamelContext camel;

    NightTrigger(
            Scheduler scheduler,
            CamelContext camel,
            CivilClock clock,
            @Value("${samblik.run.nightly}") String nightly) {
        NightHour.check(nightly, clock.now());
        this.scheduler = scheduler;
        this.camel = camel;
    }

    @EventListener(ApplicationReadyEvent.class)
    void forgetUndeclared() throws SchedulerException {
        Set<TriggerKey> declared = new HashSet<>();
        camel.getEndpoints().stream()
                .filter(QuartzEndpoint.class::isInstance)
                .map(QuartzEndpoint.class::cast)
                .forEach(endpoint -> declared.add(endpoint.getTriggerKey()));
        for (TriggerKey key : scheduler.getTriggerKeys(GroupMatcher.triggerGroupEquals(GROUP))) {
            if (!declared.contains(key)) {
                scheduler.unscheduleJob(key);
                LOG.info("trigger {} is no longer declared and was removed", key);
            }
        }
    }
}
