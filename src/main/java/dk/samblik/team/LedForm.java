package dk.samblik.team;

import dk.samblik.meeting.OwnLine;
import java.util.List;
import java.util.Objects;

/** The question what an agreement led to; {@code chosen} is empty where nothing is yet, {@code since} the day it was made. */
record LedForm(
        String line, int revision, String who, String text, List<Led.Choice> choices, String chosen, String since) {

    /** What is chosen where it led to nothing. */
    static final String NOTHING = "ingen";

    static LedForm of(OwnLine agreement, String chosen, Led led, Words words) {
        return new LedForm(
                agreement.id().toString(),
                agreement.revision(),
                agreement.who(),
                agreement.text(),
                led.choices(agreement),
                chosen,
                words.date(words.dayOf(Objects.requireNonNull(agreement.made()))));
    }
}
