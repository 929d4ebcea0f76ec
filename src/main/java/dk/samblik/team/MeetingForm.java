package dk.samblik.team;

import dk.samblik.consent.FormMistakes;
import dk.samblik.consent.ThreeFields;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The day and hour of the next meeting as somebody wrote them. */
record MeetingForm(ThreeFields day, String hour) {

    private static final String FIELD = "dato";
    private static final String HOUR = "klokken";
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})(?:[.:](\\d{2}))?");

    /** What was written, read: the hour is null where none was. */
    record Read(LocalDate day, @Nullable LocalTime hour) {}

    static MeetingForm of(Map<String, String> form) {
        return new MeetingForm(
                ThreeFields.of(FIELD, form), form.getOrDefault(HOUR, "").strip());
    }

    /** What is set now, to be changed. */
    static MeetingForm of(@Nullable LocalDate day, @Nullable LocalTime hour, Words words) {
        return new MeetingForm(
                ThreeFields.of(FIELD, day), hour == null ? "" : words.say("own.hour", hour.getHour(), two(hour)));
    }

    private static String two(LocalTime hour) {
        return String.format(java.util.Locale.ROOT, "%02d", hour.getMinute());
    }

    /** The day and hour, where they can be read and are neither past nor more than a year ahead; else what to put right. */
    Optional<Read> read(ZonedDateTime now, FormMistakes mistakes, Words words) {
        Optional<LocalDate> date = day.date();
        Optional<LocalTime> time = time();
        if (day.empty()) {
            mistakes.add(FIELD + "-dag", words.say("meeting.err.empty"));
        } else if (day.missing().isPresent()) {
            mistakes.add(
                    FIELD + "-dag",
                    words.say("consent.err.date.part", words.say(day.missing().get())));
        } else if (date.isEmpty()) {
            mistakes.add(FIELD + "-dag", words.say("consent.err.date.wrong"));
        } else if (date.get().isBefore(now.toLocalDate())) {
            mistakes.add(FIELD + "-dag", words.say("meeting.err.past"));
        } else if (date.get().isAfter(now.toLocalDate().plusYears(1))) {
            mistakes.add(FIELD + "-dag", words.say("meeting.err.far"));
        }
        if (!hour.isEmpty() && time.isEmpty()) {
            mistakes.add(HOUR, words.say("meeting.err.hour"));
        } else if (mistakes.none()
                && time.isPresent()
                && date.orElseThrow().atTime(time.get()).isBefore(now.toLocalDateTime())) {
            mistakes.add(HOUR, words.say("meeting.err.hour-past"));
        }
        return mistakes.none() ? Optional.of(new Read(date.orElseThrow(), time.orElse(null))) : Optional.empty();
    }

    private Optional<LocalTime> time() {
        Matcher found = TIME.matcher(hour);
        if (!found.matches()) {
            return Optional.empty();
        }
        try {
            int minutes = found.group(2) == null ? 0 : Integer.parseInt(found.group(2));
            return Optional.of(LocalTime.of(Integer.parseInt(found.group(1)), minutes));
        } catch (DateTimeException noSuchHour) {
            return Optional.empty();
        }
    }
}
