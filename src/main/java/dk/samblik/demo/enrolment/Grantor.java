package dk.samblik.demo.enrolment;

import java.time.LocalDate;

/** Somebody who signed. {@code external}: no member of the household, so the desk wrote the name down. */
public record Grantor(int person, Capacity capacity, LocalDate given, Place place) {

    /** In what capacity. */
    public enum Capacity {
        SELF,
        CUSTODY_HOLDER,
        GUARDIAN
    }

    /** Whether the desk knows the grantor as a member. */
    public enum Place {
        MEMBER,
        EXTERNAL
    }
}
