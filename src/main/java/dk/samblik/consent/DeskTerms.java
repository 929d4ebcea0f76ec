package dk.samblik.consent;

import dk.samblik.programme.Programme;
import dk.samblik.programme.Programmes;
import org.springframework.stereotype.Component;

/** What a consent recorded in an area says: by the programme whose area it is, and by the settings where none has it. */
@Component
class DeskTerms {

    private final DeskSettings settings;
    private final Programmes programmes;

    DeskTerms(DeskSettings settings, Programmes programmes) {
        this.settings = settings;
        this.programmes = programmes;
    }

    /** The settings, with project code, wording, periods and last day of the area's programme. */
    DeskSettings in(String area) {
        return programmes.ofArea(area).map(this::by).orElse(settings);
    }

    private DeskSettings by(Programme programme) {
        return new DeskSettings(
                programme.code(),
                programme.consent().textVersion(),
                settings.nationalBasis(),
                settings.gdprBasis(),
                settings.gdpr9Basis(),
                programme.consent().periodBack(),
                programme.consent().valid(),
                programme.ends(),
                settings.retention(),
                settings.languages(),
                settings.housingOrganisation());
    }
}
