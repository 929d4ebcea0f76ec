package dk.samblik.team;

import dk.samblik.household.Department;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Coded;
import dk.samblik.view.Alert;
import dk.samblik.view.CalendarEntry;
import dk.samblik.view.Change;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Moment;
import org.jspecify.annotations.Nullable;

/** Facts of a household as sentences. Says what is and when, never what to think of it. */
public final class Sentences {

    private final People people;
    private final Words words;

    Sentences(People people, Words words) {
        this.people = people;
        this.words = words;
    }

    /** Sentences about one household, as its reader may see it. */
    public static Sentences of(HouseholdView view, Words words) {
        return new Sentences(new People(view, words), words);
    }

    /** A dated fact that should be known before the meeting. */
    public String say(Alert alert) {
        return words.say(
                "alert." + alert.kind(),
                person(alert.person()),
                words.longDate(alert.date()),
                text(alert.what()),
                alert.number(),
                department(alert.department()));
    }

    /** The same without a word of whom it is about. */
    public String nameless(Alert alert) {
        return words.say("alert.nameless." + alert.kind(), words.longDate(alert.date()));
    }

    /** Where on the page the alert is told in full. */
    public String anchor(Alert alert) {
        return switch (alert.kind()) {
            case EVICTION, TENANCY_TERMINATED -> "bolig";
            case BENEFIT_ENDING -> "forsoergelse";
            case UNLAWFUL_ABSENCE -> "boern";
            case DEADLINE_PASSED, CLASH, MISSED_APPOINTMENTS -> "datoer";
            case CONSENT_ENDING -> "medlemmer";
        };
    }

    /** Something new, with its own date where it has one. */
    public String say(Change change) {
        String what = change.what() == null ? change.text() : change.what().text();
        String said = words.say("change." + change.kind(), what == null ? "" : what, person(change.person()));
        return change.date() == null ? said : said + ", " + words.date(change.date());
    }

    /** The same behind the department it comes from, where it comes from one. */
    public String withDepartment(Change change) {
        return change.department() == null ? say(change) : department(change.department()) + ": " + say(change);
    }

    /** What kind of thing is new and where it comes from, without a word of whom it is about. */
    public String nameless(Change change) {
        String kind = words.say("news." + change.kind());
        return change.department() == null ? kind : department(change.department()) + ": " + kind;
    }

    /** Where on the page the new thing stands. */
    public String anchor(Change change) {
        return switch (change.kind()) {
            case CONSENT_WITHDRAWN, CONSENT_ENDED, CONSENT_GIVEN, CONSENT_CHANGED, MOVED -> "medlemmer";
            case EVICTION_SET, TENANCY_TERMINATED, ARREARS_STARTED, ARREARS_ENDED -> "bolig";
            case DISAGREEMENT_NEW, DISAGREEMENT_GONE -> "uenigheder";
            case CASE_NEW, CASE_CLOSED ->
                change.department() == null ? "forvaltninger" : LaneScreen.anchor(change.department());
            case MEASURE_NEW, MEASURE_CHANGED, MEASURE_ENDED -> "indsatser";
            case BENEFIT_NEW,
                    BENEFIT_CHANGED,
                    BENEFIT_ENDED,
                    EDUCATION_BROKEN_OFF,
                    EDUCATION_NEW,
                    EDUCATION_COMPLETED -> "forsoergelse";
            case DEADLINE_NEW, DEADLINE_CHANGED, DEADLINE_MET, APPOINTMENT_NEW, APPOINTMENT_CHANGED -> "datoer";
            case PLACE_NEW, PLACE_ENDED -> "boern";
        };
    }

    /** What happened, for the timeline. */
    public String say(Moment moment) {
        String what = moment.what() == null ? moment.text() : moment.what().text();
        return words.say("moment." + moment.kind() + (what == null ? ".bare" : ""), what == null ? "" : what);
    }

    /** What stands on a date. */
    public String say(CalendarEntry entry) {
        return what(entry, words);
    }

    static String what(CalendarEntry entry, Words words) {
        if (entry.kind() == CalendarEntry.Kind.APPOINTMENT && entry.what() == null) {
            return words.say("calendar.busy");
        }
        String what = text(entry.what());
        return words.say("calendar." + entry.kind() + (what.isEmpty() ? ".bare" : ""), what);
    }

    /** A department's name; empty where there is none. */
    public String department(@Nullable Department department) {
        return department == null ? "" : words.say("department." + department);
    }

    private String person(@Nullable PersonId person) {
        return person == null ? "" : people.name(person);
    }

    private static String text(@Nullable Coded coded) {
        return coded == null ? "" : coded.text();
    }
}
