package dk.samblik.alarm;

import dk.samblik.team.Badge;
import dk.samblik.team.Words;
import org.jspecify.annotations.Nullable;

/** An alarm as the page of operations shows it; {@code until} and {@code todo}: null where it lasts, where it has ended. */
public record AlarmLine(
        Badge badge,
        String what,
        String source,
        String since,
        @Nullable String until,
        @Nullable String todo) {

    static AlarmLine of(Alarm alarm, Words words) {
        boolean lasts = alarm.ended() == null;
        return new AlarmLine(
                lasts ? Badge.error(words.say("alarm.lasts")) : Badge.neutral(words.say("alarm.over")),
                words.say("alarm.kind." + alarm.kind()),
                alarm.source(),
                words.exact(alarm.begun()),
                alarm.ended() == null ? null : words.exact(alarm.ended()),
                lasts ? words.say("alarm.do." + alarm.kind()) : null);
    }

    /** That it began, or ended, in one line. */
    static String said(Words words, Alarm alarm, boolean ended) {
        String what = words.say("alarm.kind." + alarm.kind());
        return words.say(
                ended ? "alarm.ended" : "alarm.begun",
                alarm.source().isEmpty() ? what : what + " (" + alarm.source() + ")");
    }
}
