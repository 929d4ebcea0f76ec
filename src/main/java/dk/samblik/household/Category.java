package dk.samblik.household;

/** A kind of information that a consent covers or leaves out ({@code categories[]} of the consent record). */
public enum Category {
    CASE_OVERVIEW,
    CASEWORKERS,
    APPOINTMENTS,
    MEASURES,
    BENEFITS,
    SCHOOL_ATTENDANCE,
    DAYCARE_ATTENDANCE,
    EMPLOYMENT_HISTORY,
    TENANCY,
    WELLBEING
}
