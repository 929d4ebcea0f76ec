package dk.samblik.retention;

import dk.samblik.consent.ProofKept;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** How long what was agreed is kept, by the rule that the sweep ends it by. */
@Component
class ConsentProof implements ProofKept {

    private final RetentionSettings settings;

    ConsentProof(RetentionSettings settings) {
        this.settings = settings;
    }

    @Override
    public LocalDate until(LocalDate left) {
        return left.plus(settings.of(Swept.CONSENT_RECORDS));
    }
}
