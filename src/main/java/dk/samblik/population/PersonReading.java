package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the records of one person into the person as of a day: what has lapsed or not begun is left out. */
final class PersonReading {

    private static final Set<String> OTHER_PROTECTIONS = Set.of("0002", "0003", "0004");
    private static final String GUARDIAN = "0001";

    private final Records records;
    private final LocalDate asOf;
    private final LocalDate today;

    /** {@code asOf} is the date of the newest accepted delivery, {@code today} the civil date. */
    PersonReading(Records records, LocalDate asOf, LocalDate today) {
        this.records = records;
        this.asOf = asOf;
        this.today = today;
    }

    Person read(Cpr number, Set<Cpr> numbers) {
        LocalDate born = born(number);
        Custody custody = born.plusYears(18).isAfter(today) ? Custody.of(records, today) : new Custody(Set.of(), false);
        return new Person(
                number,
                numbers,
                records.status(),
                statusSince(),
                born,
                name(14, 50),
                name(106, 40),
                address(),
                protectedAddress(),
                number(12, 15),
                number(15, 25),
                number(15, 92),
                custody.holders(),
                custody.unknown(),
                guardianships(),
                movedIn());
    }

    LocalDate born(Cpr number) {
        LocalDate recorded = records.person().date(40);
        return recorded == null ? number.born() : recorded;
    }

    private @Nullable LocalDate statusSince() {
        LocalDate recorded = records.person().moment(26);
        return recorded != null || records.status().equals("01")
                ? recorded
                : records.file().header().produced();
    }

    private @Nullable String name(int position, int size) {
        return records.one(8).map(line -> line.text(position, size)).orElse(null);
    }

    private @Nullable Cpr number(int type, int position) {
        return records.one(type)
                .flatMap(line -> Cpr.read(line.field(position, 10)))
                .orElse(null);
    }

    private @Nullable LocalDate movedIn() {
        return records.one(2).map(line -> line.moment(70)).orElse(null);
    }

    private @Nullable Address address() {
        FixedLine place = records.one(2).orElse(null);
        if (place == null || !Records.atHome(records.status()) || AddressKey.special(place)) {
            return null;
        }
        Address key = AddressKey.of(place);
        FixedLine text = records.one(3).orElse(null);
        return text == null ? key : key.withText(text.text(116, 34), text.text(184, 4), text.text(188, 20));
    }

    /**
     * A protection ends with the first delivery on or after its last day, never by the clock alone. One of a kind that cannot
     * be told is taken for that of name and address.
     */
    boolean protectedAddress() {
        return records.of(4)
                .filter(line -> !OTHER_PROTECTIONS.contains(line.field(14, 4)))
                .anyMatch(line -> new Span(line.date(18), line.date(28)).begunOn(today)
                        && new Span(line.date(18), line.date(28)).openOn(asOf));
    }

    private List<Person.Guardianship> guardianships() {
        return records.of(17)
                .filter(line -> line.field(35, 4).equals(GUARDIAN))
                .filter(line -> new Span(line.date(14), line.date(25)).covers(today))
                .map(line -> new Person.Guardianship(
                        line.date(14), Cpr.read(line.field(39, 10)).orElse(null)))
                .toList();
    }
}
