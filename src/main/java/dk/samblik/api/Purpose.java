package dk.samblik.api;

import java.util.Arrays;

/** What a household may be read for through the interface: a closed list, in the words of the access log. */
enum Purpose {
    HOUSEHOLD_WORK("household-work"),
    CITIZEN_MEETING("citizen-meeting"),
    CASE_WORK("case-work");

    /** The header that says it. */
    static final String HEADER = "Samblik-Purpose";

    private final String word;

    Purpose(String word) {
        this.word = word;
    }

    /** As it stands in the header and in the log. */
    String word() {
        return word;
    }

    /** The purpose of this word; refuses any other, and none. */
    static Purpose said(String word) {
        if (word.isBlank()) {
            throw Refused.because(Problem.PURPOSE_MISSING);
        }
        return Arrays.stream(values())
                .filter(one -> one.word.equals(word))
                .findFirst()
                .orElseThrow(() -> Refused.because(Problem.PURPOSE_UNKNOWN));
    }
}
