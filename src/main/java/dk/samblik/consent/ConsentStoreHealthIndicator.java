package dk.samblik.consent;

import dk.samblik.storage.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether it can be read who consents: without it nothing is fetched and nothing is shown. */
@Component
class ConsentStoreHealthIndicator extends AbstractHealthIndicator {

    private final Database web;

    ConsentStoreHealthIndicator(@Qualifier("webDatabase") Database web) {
        this.web = web;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        web.sql()
                .sql("select exists (select from consent_in_force)")
                .query(Boolean.class)
                .single();
        builder.up();
    }
}
