package dk.samblik.demo.enrolment;

import java.util.List;

/** The words a consent is made of. */
public final class Vocabulary {

    /** Every source. */
    public static final List<String> SOURCES = List.of("EMPLOYMENT", "CHILDREN", "SOCIAL", "HOUSING", "POPULATION");

    /** Every category. */
    public static final List<String> CATEGORIES = List.of(
            "CASE_OVERVIEW",
            "CASEWORKERS",
            "APPOINTMENTS",
            "MEASURES",
            "BENEFITS",
            "SCHOOL_ATTENDANCE",
            "DAYCARE_ATTENDANCE",
            "EMPLOYMENT_HISTORY",
            "TENANCY",
            "WELLBEING");

    static final PlannedConsent.Recipient TEAM = new PlannedConsent.Recipient("MUNICIPAL_TEAM", CATEGORIES);
    static final PlannedConsent.Recipient HOUSING = new PlannedConsent.Recipient(
            "HOUSING_ORG:Fjordsted Boligforening", List.of("CASEWORKERS", "APPOINTMENTS", "TENANCY"));
    static final PlannedConsent.Recipient ADULTS = new PlannedConsent.Recipient("HOUSEHOLD_ADULTS", CATEGORIES);

    private Vocabulary() {}
}
