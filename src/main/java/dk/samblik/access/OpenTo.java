package dk.samblik.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a handler of a page. It stands on the method itself, beside its address; a hub with a handler that has
 * neither this nor {@link OpenToAnybody} does not start. Which household somebody may see is asked in the handler.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenTo {

    /** The roles; who holds one of them may call it. */
    Viewer.Role[] value();
}
