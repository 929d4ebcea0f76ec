package dk.samblik.population;

import dk.samblik.household.Cpr;
import dk.samblik.storage.KeyedHash;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A status load and the change files after it, newest first: what stands about a person in a newer file replaces all that
 * stands in an older one, if it can be read. {@code hash} is the one the files are indexed by.
 */
record RecordSet(List<RecordFile> newestFirst, KeyedHash hash, LocalDate asOf) {

    private static final int CHANGES_OF_NUMBER = 5;

    /** The records in force of the person who has, or once had, this number; null when there is nobody. */
    @Nullable
    Records find(Cpr number) {
        Cpr asked = number;
        for (int step = 0; step < CHANGES_OF_NUMBER; step++) {
            Records records = newest(asked);
            if (records == null) {
                return whoseEarlierNumber(asked);
            }
            Optional<Cpr> inForce = records.inForceInstead();
            if (inForce.isEmpty()) {
                return records;
            }
            asked = inForce.get();
        }
        return null;
    }

    /** The number of a person and all earlier ones that any record tells of. */
    Set<Cpr> numbers(Records person, Cpr number) {
        Set<Cpr> numbers = new LinkedHashSet<>();
        numbers.add(number);
        person.of(22).forEach(line -> Cpr.read(line.field(14, 10)).ifPresent(numbers::add));
        whoName(number)
                .filter(old -> old.inForceInstead().equals(Optional.of(number)))
                .flatMap(old -> old.number().stream())
                .forEach(numbers::add);
        return numbers;
    }

    /** Everybody whose address in force may be this one; of one person what can be read comes last. */
    Stream<Records> at(Address address) {
        long place = hash.of(address.key());
        return current(file -> file.at(place))
                .filter(records -> records.inForceInstead().isEmpty());
    }

    /** The records in force of everybody who has the number in force. */
    Stream<Records> everybody() {
        return current(RecordFile::everybody)
                .filter(records -> records.inForceInstead().isEmpty());
    }

    /** What was last told of the person so that it can be read; if nothing of it can be, the last there is. */
    private @Nullable Records newest(Cpr number) {
        Records last = null;
        for (Records records : (Iterable<Records>) lastFirst(number)::iterator) {
            if (records.legible()) {
                return records;
            }
            last = last == null ? records : last;
        }
        return last;
    }

    /**
     * Whether nothing newer is told of this person that can be read. Records that cannot be read replace nothing, and
     * count beside what they should have replaced.
     */
    private boolean stands(Records records, Cpr number) {
        return lastFirst(number).takeWhile(newer -> !newer.sameAs(records)).noneMatch(Records::legible);
    }

    private Stream<Records> lastFirst(Cpr number) {
        long place = hash.of(number.digits());
        return newestFirst.stream()
                .flatMap(file -> file.lastFirst(place).mapToObj(file::read))
                .filter(records -> records.number().equals(Optional.of(number)));
    }

    private Stream<Records> whoName(Cpr number) {
        long place = hash.of(number.digits());
        return current(file -> file.naming(place));
    }

    private @Nullable Records whoseEarlierNumber(Cpr number) {
        return whoName(number)
                .filter(records ->
                        records.of(22).anyMatch(line -> line.field(14, 10).equals(number.digits())))
                .findFirst()
                .orElse(null);
    }

    /** The records found in the files that no newer ones replace. */
    private Stream<Records> current(Function<RecordFile, LongStream> places) {
        return newestFirst.stream()
                .flatMap(file -> places.apply(file).mapToObj(file::read))
                .filter(records -> records.number()
                        .filter(number -> stands(records, number))
                        .isPresent());
    }
}
