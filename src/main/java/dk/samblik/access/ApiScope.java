package dk.samblik.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a token may be good for at the interface for other systems; the words of the provider's tokens. */
public enum ApiScope {
    /** Views, lists and how consents stand. */
    HOUSEHOLDS_READ,
    /** Taking consents back, and who coordinates. */
    CONSENTS_WRITE,
    /** Asking the registers anew about a household, and following it. */
    RUNS_WRITE,
    /** Runs in ids and counts, nobody in them. */
    OPS_READ,
    /** Released effect figures, nobody in them. */
    EFFECT_READ;

    /** As it stands in a token, such as {@code households.read}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The scope of this word; empty for a word that is none of ours. */
    static Optional<ApiScope> named(String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
