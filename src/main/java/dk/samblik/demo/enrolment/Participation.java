package dk.samblik.demo.enrolment;

/** How a member stands to the household's agreement. */
public enum Participation {
    PARTICIPANT,
    DECLINED,
    OUTSIDE,
    NOT_ASKED
}
