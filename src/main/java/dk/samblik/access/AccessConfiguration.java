package dk.samblik.access;

import dk.samblik.storage.Database;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Opens the keystore at start, or refuses to. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, SignInSettings.class})
class AccessConfiguration {

    @Bean
    @ConditionalOnMissingBean
    MasterKey masterKey(AccessSettings settings) {
        return MasterKeyFile.in(settings.masterKey());
    }

    @Bean
    Vault vault(AccessSettings settings, MasterKey masterKey, @Qualifier("webDatabase") Database database) {
        return new Vault(
                Keystore.open(settings.keystore(), settings.checkpoints().folder(), masterKey, sealed(database)));
    }

    private static Keystore.Sealed sealed(Database database) {
        boolean something = database.sql()
                .sql("select exists (select from household) or exists (select from consent)")
                .query(Boolean.class)
                .single();
        return something ? Keystore.Sealed.SOMETHING : Keystore.Sealed.NOTHING;
    }
}
