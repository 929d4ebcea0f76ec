package dk.samblik.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The scope that a client's token must have to call a handler of the interface for other systems, beside the role of
 * {@link OpenTo}. A handler without it is closed to clients, and one of the interface is closed to everybody else.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OpenToClients {

    /** The scopes; a token with one of them may call, where the client's role may too. */
    ApiScope[] value();
}
