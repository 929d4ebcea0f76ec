package dk.samblik.team;

import dk.samblik.household.HouseholdId;
import dk.samblik.meeting.Meetings.Setting;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The next meeting in words. {@code now}: what is agreed, null where nothing is; {@code setBy}: by whom, null where that is
 * not known. {@code undo}: what was set before, null where there is nothing to take back, or only something past.
 */
record MeetingDateScreen(
        HouseholdId household,
        String number,
        @Nullable String now,
        @Nullable String setBy,
        int revision,
        MeetingForm form,
        List<LocalDate> held,
        boolean saved,
        @Nullable Undo undo,
        @Nullable String changedBy) {

    /** Takes the last change back; {@code cancels} where nothing was agreed before it. */
    record Undo(boolean cancels, MeetingForm before) {}

    static MeetingDateScreen of(
            HouseholdId household,
            String number,
            @Nullable LocalDate day,
            List<Setting> settings,
            @Nullable MeetingForm written,
            List<LocalDate> held,
            CoordinatorScreen.Moment moment,
            Words words) {
        Setting newest =
                settings.isEmpty() ? new Setting(0, day, null, "", "", java.time.Instant.EPOCH) : settings.get(0);
        LocalDate ahead = newest.day() == null || newest.day().isBefore(words.today()) ? null : newest.day();
        return new MeetingDateScreen(
                household,
                number,
                ahead == null ? null : said(newest, words),
                newest.setByName().isEmpty() ? null : newest.setByName(),
                newest.number(),
                written == null ? MeetingForm.of(ahead, ahead == null ? null : newest.hour(), words) : written,
                held,
                moment.saved(),
                moment.saved() && newest.setBy().equals(moment.reader()) ? undo(settings, words) : null,
                moment.changedMeanwhile() && newest.number() > 0 ? newest.setByName() : null);
    }

    private static String said(Setting setting, Words words) {
        LocalDate day = setting.day();
        String date = day == null ? "" : words.day(day);
        return setting.hour() == null ? date : words.say("format.moment", date, words.time(setting.hour()));
    }

    private static @Nullable Undo undo(List<Setting> settings, Words words) {
        Setting before = settings.size() < 2 ? null : settings.get(1);
        if (before == null || before.day() == null || before.day().isBefore(words.today())) {
            return new Undo(true, MeetingForm.of(null, null, words));
        }
        return new Undo(false, MeetingForm.of(before.day(), before.hour(), words));
    }
}
