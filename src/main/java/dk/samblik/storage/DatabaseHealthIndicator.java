package dk.samblik.storage;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.actuate.health.AbstractHealthIndicator;
import org.springframework.boot.actuate.health.Health;
import org.springframework.stereotype.Component;

/** Whether the database answers. */
@Component
class DatabaseHealthIndicator extends AbstractHealthIndicator {

    private final Database ops;

    DatabaseHealthIndicator(@Qualifier("opsDatabase") Database ops) {
        this.ops = ops;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        ops.sql().sql("select 1").query(Integer.class).single();
        builder.up();
    }
}
