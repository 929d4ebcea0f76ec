package dk.samblik.access;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** A household whose last day is over: it is read until it is deleted, and nothing about it is fetched or changed. */
@ResponseStatus(HttpStatus.CONFLICT)
public final class HouseholdLeft extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HouseholdLeft() {
        super("the household has left");
    }
}
