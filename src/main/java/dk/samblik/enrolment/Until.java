package dk.samblik.enrolment;

import dk.samblik.programme.Programme;
import java.time.LocalDate;

/** The last days on which something of a candidate is kept, by the programme's retention. */
final class Until {

    private Until() {}

    /** Of name and address: the programme's days after the contact ended; while it lasts, after the programme's end. */
    static LocalDate name(Programme programme, Step step, LocalDate day) {
        LocalDate from = step.closed() || day.isAfter(programme.ends()) ? day : programme.ends();
        return from.plusDays(programme.retention().candidateDays());
    }

    /** Of the keyed hash: the programme's months, and never before the name. */
    static LocalDate key(Programme programme, Step step, LocalDate day) {
        boolean over = step.closed() && step != Step.CONSENT_GIVEN && step != Step.ACTIVE;
        LocalDate from = over || day.isAfter(programme.ends()) ? day : programme.ends();
        LocalDate key = from.plusMonths(programme.retention().keyMonths());
        LocalDate name = name(programme, step, day);
        return key.isBefore(name) ? name : key;
    }
}
