package dk.samblik.demo.enrolment;

import dk.samblik.demo.enrolment.Grantor.Capacity;
import dk.samblik.demo.enrolment.PlannedConsent.Force;
import dk.samblik.demo.people.Dice;
import dk.samblik.demo.people.Person;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A consent while it is written at the desk: everything, for a year, in force, unless said otherwise. */
final class ConsentDraft {

    private final Person subject;
    private final Dice dice;
    private final List<Grantor> grantors = new ArrayList<>();
    private final List<String> sources = new ArrayList<>(Vocabulary.SOURCES);
    private final List<PlannedConsent.Recipient> recipients = new ArrayList<>(List.of(Vocabulary.TEAM));
    private LocalDate validFrom;
    private @Nullable LocalDate validTo;
    private Period back = Period.ofMonths(12);
    private String status = "ACTIVE";
    private @Nullable String evidence;
    private Force force = Force.IN_FORCE;

    ConsentDraft(Person subject, LocalDate given, Dice dice) {
        this.subject = subject;
        this.validFrom = given;
        this.dice = dice;
        this.evidence = "E-" + dice.between(10_000, 99_999);
    }

    ConsentDraft signed(Person by, Capacity capacity, Grantor.Place place) {
        grantors.add(new Grantor(by.id(), capacity, validFrom, place));
        return this;
    }

    ConsentDraft self() {
        return signed(subject, Capacity.SELF, Grantor.Place.MEMBER);
    }

    ConsentDraft custody(Person holder) {
        return signed(holder, Capacity.CUSTODY_HOLDER, Grantor.Place.MEMBER);
    }

    ConsentDraft custodyElsewhere(Person holder) {
        return signed(holder, Capacity.CUSTODY_HOLDER, Grantor.Place.EXTERNAL);
    }

    ConsentDraft only(List<String> those) {
        sources.retainAll(those);
        return this;
    }

    ConsentDraft without(String source) {
        sources.remove(source);
        return this;
    }

    ConsentDraft recipient(PlannedConsent.Recipient recipient) {
        recipients.add(recipient);
        return this;
    }

    ConsentDraft back(Period period) {
        back = period;
        return this;
    }

    ConsentDraft from(LocalDate day) {
        validFrom = day;
        return this;
    }

    ConsentDraft to(LocalDate day) {
        validTo = day;
        return this;
    }

    ConsentDraft status(String other) {
        status = other;
        return this;
    }

    ConsentDraft withoutEvidence() {
        evidence = null;
        return this;
    }

    /** The story says that this one does not hold on the night. */
    ConsentDraft notInForce() {
        force = Force.NOT_IN_FORCE;
        return this;
    }

    PlannedConsent written() {
        return new PlannedConsent(
                dice.uuid(),
                subject.id(),
                grantors,
                sources,
                recipients,
                back,
                validFrom,
                validTo == null ? validFrom.plusYears(1).minusDays(1) : validTo,
                status,
                evidence,
                force);
    }
}
