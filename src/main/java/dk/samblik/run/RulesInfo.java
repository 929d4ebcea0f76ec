package dk.samblik.run;

import java.util.Map;
import org.springframework.boot.actuate.info.Info;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.stereotype.Component;

/** By which routes and mappings the hub runs, by the hashes that every run records. */
@Component
class RulesInfo implements InfoContributor {

    private final RunSettings settings;

    RulesInfo(RunSettings settings) {
        this.settings = settings;
    }

    @Override
    public void contribute(Info.Builder builder) {
        builder.withDetail(
                "rules",
                Map.of("routes", FolderHash.of(settings.routes()), "mappings", FolderHash.of(settings.mappings())));
    }
}
