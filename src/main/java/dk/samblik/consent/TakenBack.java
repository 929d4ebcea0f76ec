package dk.samblik.consent;

import dk.samblik.consent.ConsentRecord.Event;
import dk.samblik.consent.ConsentRecord.State;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** What a receipt says of a consent that was taken back, whole or in part. */
record TakenBack(Receipt receipt, ReceiptWords words, ReceiptPeople people) {

    /** What was stopped and removed, person by person. */
    List<String> stopped() {
        List<String> lines = new ArrayList<>();
        for (ConsentRecord record : receipt.records()) {
            Event event = record.withdrawal();
            ConsentRecord.Taken taken = event == null ? null : event.withdrawal();
            if (event != null && taken != null) {
                String when = words.moment(OffsetDateTime.parse(event.eventTime()));
                lines.add(words.say(
                        "receipt.stopped." + scope(record, taken), people.subject(record), named(taken), when));
            }
        }
        return lines;
    }

    /** What was taken back last may have been all there was. */
    private static String scope(ConsentRecord record, ConsentRecord.Taken taken) {
        if (record.state() == State.WITHDRAWN) {
            return "ALL";
        }
        return taken.withdrawn() == null ? "PART" : taken.scope();
    }

    private String named(ConsentRecord.Taken taken) {
        String what = taken.withdrawn();
        if (what == null) {
            return "";
        }
        return switch (taken.scope()) {
            case "SOURCE" -> words.say("department." + what);
            case "CATEGORY" -> words.say("category." + what);
            default -> words.recipient(what);
        };
    }

    /** What stays, and until when. */
    List<String> stays() {
        List<String> lines = new ArrayList<>();
        ConsentRecord first = receipt.records().get(0);
        String kept = first.piiProcessing().retentionPeriod();
        Event event = first.withdrawal();
        if (kept != null && event != null) {
            Period period = Period.parse(kept);
            LocalDate until =
                    OffsetDateTime.parse(event.eventTime()).toLocalDate().plus(period);
            lines.add(words.say("receipt.stays.consent", words.period(period), words.date(until)));
        }
        lines.add(words.say("receipt.stays.log"));
        lines.add(words.say("receipt.stays.others"));
        return lines;
    }
}
