package dk.samblik.storage;

import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/** One database bean a role. Nothing else in the hub opens a connection to its own storage. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StorageSettings.class)
class StorageConfiguration {

    /** The hub's own server; only where no other is configured. Stopped after everything that uses it. */
    @Bean
    @Conditional(NoUrl.class)
    EmbeddedPostgres embeddedPostgres(StorageSettings settings, Environment environment) {
        if (environment.matchesProfiles("production") && !settings.embedded()) {
            throw new StorageRefused("No database is configured. Set samblik.storage.url, .user and .password, or say"
                    + " samblik.storage.embedded=true if Samblik shall keep everything in its own PostgreSQL.");
        }
        return EmbeddedPostgres.start(settings.home());
    }

    @Bean("storage")
    @Conditional(NoUrl.class)
    Storage ownStorage(EmbeddedPostgres server) {
        return Storage.on(server);
    }

    @Bean("storage")
    @Conditional(Url.class)
    Storage configuredStorage(StorageSettings settings) {
        return Storage.at(settings);
    }

    @Bean
    Database pipelineDatabase(Storage storage) {
        return storage.database(Role.PIPELINE);
    }

    @Bean
    Database webDatabase(Storage storage) {
        return storage.database(Role.WEB);
    }

    @Bean
    Database auditDatabase(Storage storage) {
        return storage.database(Role.AUDIT);
    }

    @Bean
    Database opsDatabase(Storage storage) {
        return storage.database(Role.OPS);
    }

    @Bean
    Database effectDatabase(Storage storage) {
        return storage.database(Role.EFFECT);
    }

    @Bean
    Database drawDatabase(Storage storage) {
        return storage.database(Role.DRAW);
    }

    @Bean
    DatabaseCopy databaseCopy(Storage storage) {
        return storage.copy();
    }

    /** For Quartz's store and the health check only; everything else takes a {@link Database} of its role. */
    @Bean(destroyMethod = "")
    @Primary
    DataSource quartzDataSource(Storage storage) {
        return storage.connections(Role.PIPELINE);
    }
}
