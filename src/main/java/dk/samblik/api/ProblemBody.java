package dk.samblik.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An error as RFC 9457 has it.
 *
 * @param type a name for the kind of problem, {@code urn:samblik:problem:} and the code
 * @param title the same for ever, in English
 * @param detail what to do, in Danish or English
 * @param instance the trace id; the hub's log and the access log have it too
 * @param code what a client decides by
 * @param errors where in the request; left out where it is not about a place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        @Nullable List<Place> errors) {

    /** A place in the request body by JSON pointer, or {@code /limit} for a parameter, and what is wrong with it. */
    record Place(String pointer, String code) {}
}
