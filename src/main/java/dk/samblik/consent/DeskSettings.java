package dk.samblik.consent;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What every consent recorded at the desk says, besides what people agreed to (domain reference, 7.1) and who is
 * responsible ({@link DataController}).
 *
 * @param purposeTextVersion which wording of the purpose people were shown
 * @param periodBack how far back registers are asked
 * @param runsFor how long a consent lasts when nothing else is agreed
 * @param projectEnd the last day any consent may last to; none where the project has no end yet
 * @param retention how long the consent is kept as proof
 * @param languages in which people may have been told, as ISO 639 codes, the most common first
 * @param housingOrganisation the housing association as a recipient; without it none is offered
 */
@ConfigurationProperties("samblik.consent.desk")
record DeskSettings(
        @DefaultValue("FREMSKUDT") String projectCode,
        @DefaultValue("2026-01") String purposeTextVersion,
        @DefaultValue("RSL11A") String nationalBasis,
        @DefaultValue("6.1.e") String gdprBasis,
        @DefaultValue("9.2.f") String gdpr9Basis,
        @DefaultValue("12m") Period periodBack,
        @DefaultValue("12m") Period runsFor,
        @Nullable LocalDate projectEnd,
        @DefaultValue("5y") Period retention,

        @DefaultValue({"da", "en", "ar", "fa", "so", "tr", "uk"})
        List<String> languages,

        @Nullable String housingOrganisation) {

    DeskSettings {
        languages = List.copyOf(languages);
        if (languages.isEmpty() || !languages.stream().allMatch(code -> code.matches("[a-z]{2,3}"))) {
            throw new IllegalArgumentException(
                    "samblik.consent.desk.languages must hold ISO 639 codes of two or three letters, such as [da, en]");
        }
        if (!LocalDate.EPOCH.plus(runsFor).isAfter(LocalDate.EPOCH)) {
            throw new IllegalArgumentException("samblik.consent.desk.runs-for must be at least 1d");
        }
    }

    /** The last day of a consent given on this day, when nothing else is agreed. */
    LocalDate lastDay(LocalDate given) {
        LocalDate agreed = given.plus(runsFor).minusDays(1);
        return projectEnd == null || agreed.isBefore(projectEnd) ? agreed : projectEnd;
    }
}
