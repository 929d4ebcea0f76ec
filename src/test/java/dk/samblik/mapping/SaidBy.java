package dk.samblik.mapping;

import java.util.Objects;

/** What a refused cell said, for tests of what keeps it. */
public final class SaidBy {

    private SaidBy() {}

    public static Said cell(String text) {
        return Objects.requireNonNull(Said.of(text));
    }
}
