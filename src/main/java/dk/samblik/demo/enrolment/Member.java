package dk.samblik.demo.enrolment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member as the desk wrote him down. {@code cpr} is the number known on that day, which need not be the one in force.
 */
public record Member(
        int person,
        String cpr,
        Participation participation,
        @Nullable String reason,
        String relation,
        LocalDate from) {}
