package dk.samblik.oversight;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log in words for the data protection officer.
 *
 * @param number the row's number in the log
 * @param who the employee's name, or what the log calls somebody who is not in the teams any more
 * @param role what that one was, and of which organisation
 * @param about the household's number, and a person's random id shortened
 * @param consent what was in force at the moment, and which version was shown; empty where that has no meaning
 * @param from through what: a page, the API, or the hub's own run
 */
record Line(
        long number,
        Instant at,
        String who,
        String role,
        String what,
        @Nullable String outcome,
        String about,
        String purpose,
        String consent,
        String from) {}
