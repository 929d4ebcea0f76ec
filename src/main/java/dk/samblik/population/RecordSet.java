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
 * stands in an older one. {@code hash} is the one the files are indexed by.
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

    /** Everybody whose address in force may be this one. */
    Stream<Records> at(Address address) {
        long place = hash.of(address.key());
        return current(file -> file.at(place))
                .filter(records -> records.inForceInstead().isEmpty());
    }

    private @Nullable Records newest(Cpr number) {
        long place = hash.of(number.digits());
        for (RecordFile file : newestFirst) {
            Records records = file.find(number, place);
            if (records != null) {
                return records;
            }
        }
        return null;
    }

    /** Whether nothing newer is told of this person. */
    private boolean newest(Records records, Cpr number) {
        long place = hash.of(number.digits());
        for (RecordFile file : newestFirst) {
            if (file == records.file()) {
                return file.endsWith(records, number, place);
            }
            if (file.find(number, place) != null) {
                return false;
            }
        }
        return false;
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

    /** The records found in the files that are not replaced by newer ones. */
    private Stream<Records> current(Function<RecordFile, LongStream> places) {
        return newestFirst.stream()
                .flatMap(file -> places.apply(file).mapToObj(file::read))
                .filter(records -> records.number()
                        .filter(number -> newest(records, number))
                        .isPresent());
    }
}
