package dk.samblik.team;

import dk.samblik.access.Information;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.LedTo;
import dk.samblik.meeting.OwnLine;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Sourced;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What agreements led to, in the words of one reader or one sheet: the measure where it is shown at all, else that there is
 * one, and of one that is gone from its register that it is.
 */
final class Led {

    private final HouseholdView cut;
    private final @Nullable Predicate<PersonId> shown;
    private final People people;
    private final Words words;

    private Led(HouseholdView cut, @Nullable Predicate<PersonId> shown, Words words) {
        this.cut = cut;
        this.shown = shown;
        this.people = new People(cut, words);
        this.words = words;
    }

    /** For whoever sees so much of this household. */
    static Led of(HouseholdView whole, Seeing seeing, Words words) {
        return new Led(
                seeing.of(whole),
                person -> seeing.of(Information.MEASURES, person).whole(),
                words);
    }

    /** For a sheet, which keeps silent about what is not on it. */
    static Led onPaper(HouseholdView sheet, Words words) {
        return new Led(sheet, null, words);
    }

    HouseholdView cut() {
        return cut;
    }

    /** A line: {@code measure} and the words after it are empty where no measure is told. */
    record Line(String text, String measure, String more) {

        /** How many letters it takes. */
        int length() {
            return text.length() + measure.length() + more.length();
        }
    }

    /** A measure to choose: its name in the form, what it is called, and whose and from when. */
    record Choice(String value, String measure, String more) {}

    /** What this agreement led to; null where to nothing, or where nothing may be said. */
    @Nullable
    Line line(OwnLine agreement) {
        LedTo to = agreement.ledTo();
        if (to == null) {
            return null;
        }
        Optional<Fact.Measure> told = cut.measures().stream()
                .filter(one -> is(to, one))
                .map(Sourced::fact)
                .findFirst();
        if (told.isPresent()) {
            return new Line(words.say("own.led"), what(told.get()), from(told.get()));
        }
        return shown == null
                ? null
                : new Line(words.say(shown.test(to.person()) ? "own.led.gone" : "own.led.one"), "", "");
    }

    /**
     * Whether this reader may say, or take back, what it led to: not where somebody chose what this one is not shown, and not
     * of an agreement from before it was noted when it was made.
     */
    boolean mayChange(OwnLine agreement) {
        LedTo to = agreement.ledTo();
        return shown != null && agreement.made() != null && (to == null || shown.test(to.person()));
    }

    /** Whether there is something to choose or to take back. */
    boolean offered(OwnLine agreement) {
        return mayChange(agreement)
                && (agreement.ledTo() != null || measures(agreement).findAny().isPresent());
    }

    /** The measures it can have led to, in the order of the page, with what it did lead to where that is told. */
    List<Choice> choices(OwnLine agreement) {
        return measures(agreement)
                .map(one ->
                        new Choice(value(one), what(one.fact()), ", " + people.name(one.person()) + from(one.fact())))
                .toList();
    }

    /** The one that is chosen by this name; empty where it is none of them any more. */
    Optional<LedTo> chosen(OwnLine agreement, @Nullable String value) {
        return measures(agreement)
                .filter(one -> value(one).equals(value))
                .map(one -> new LedTo(
                        one.person(),
                        one.from().source(),
                        one.from().register(),
                        one.fact().key()))
                .findFirst();
    }

    /** The name of what it led to, empty where to none of the choices. */
    String value(OwnLine agreement) {
        LedTo to = agreement.ledTo();
        return measures(agreement)
                .filter(one -> to != null && is(to, one))
                .map(Led::value)
                .findFirst()
                .orElse("");
    }

    private Stream<Sourced<Fact.Measure>> measures(OwnLine agreement) {
        LedTo to = agreement.ledTo();
        return agreement.kind() != OwnLine.Kind.AGREEMENT || agreement.made() == null
                ? Stream.empty()
                : cut.measures().stream()
                        .filter(one ->
                                LedTo.can(words.dayOf(agreement.made()), one.fact()) || to != null && is(to, one));
    }

    private static boolean is(LedTo to, Sourced<Fact.Measure> one) {
        return to.is(one.person(), one.from().register(), one.fact());
    }

    private static String value(Sourced<Fact.Measure> one) {
        return one.person() + "|" + one.from().register() + "|" + one.fact().key();
    }

    private String from(Fact.Measure measure) {
        return measure.from() == null ? "" : words.say("own.led.from", words.date(measure.from()));
    }

    private String what(Fact.Measure measure) {
        return measure.kind() == null
                ? words.say("measure.nameless")
                : measure.kind().text();
    }
}
