package dk.samblik.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What may never be read off a sheet, whichever program made it. */
final class OnPaper {

    private static final Pattern LIKE_A_NUMBER = Pattern.compile("\\d{6}[- ]?[\\d•]{4}(?!\\d)");

    private OnPaper() {}

    /** No CPR number nor its first six digits, no address of anybody's home, no employee's e-mail, no disagreement. */
    static void holdsNothingThatIsForTheScreen(String text) {
        assertThat(LIKE_A_NUMBER.matcher(text).find())
                .as("a number of a person")
                .isFalse();
        assertThat(text)
                .doesNotContain("020584", "020581", "020511", "020519")
                .doesNotContain("Prøvevej", "Eksempelvej", "8800 Viborg")
                .doesNotContain("@")
                .doesNotContain("uenige", "disagree");
    }
}
