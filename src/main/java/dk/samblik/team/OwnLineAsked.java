package dk.samblik.team;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a button of the page of wishes or agreements asks for, with what it says when it is done. */
enum OwnLineAsked {
    gem("gemt"),
    slet("slettet"),
    udfoert("udfoert"),
    aaben("aabnet"),
    foerte("foert");

    private final String done;

    OwnLineAsked(String done) {
        this.done = done;
    }

    /** What the page says when it is done, as its address has it. */
    String done() {
        return done;
    }

    static Optional<OwnLineAsked> of(@Nullable String written) {
        for (OwnLineAsked one : values()) {
            if (one.name().equals(written)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }

    static @Nullable String done(Map<String, String> address) {
        for (OwnLineAsked one : values()) {
            if (address.containsKey(one.done)) {
                return one.done;
            }
        }
        return null;
    }
}
