package dk.samblik.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A handler that a page, or the browser, asks by itself, with nobody at the keys: its requests do not keep a session from
 * ending. It stands beside {@link OpenTo} or {@link OpenToAnybody}.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unattended {}
