package dk.samblik.population;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address as the population register keys it, normalised (trimmed, zeros stripped, lower case). Two people with equal
 * addresses of status 01 are one register household. {@code line} is the address as text, {@code postcode} four digits.
 */
public record Address(
        String municipality,
        String road,
        String house,
        String floor,
        String door,
        @Nullable String line,
        @Nullable String postcode,
        @Nullable String city) {

    /** The part that tells one dwelling from another. */
    public String key() {
        return String.join("|", municipality, road, house, floor, door);
    }

    /** Line, postcode and city as people write them; empty where the register has no line. */
    public Optional<String> written() {
        if (line == null) {
            return Optional.empty();
        }
        String place = Stream.of(postcode, city)
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return Optional.of(place.isEmpty() ? line : line + ", " + place);
    }

    /** The same dwelling with its address as people write it. */
    Address withText(@Nullable String newLine, @Nullable String newPostcode, @Nullable String newCity) {
        return new Address(municipality, road, house, floor, door, newLine, newPostcode, newCity);
    }

    @Override
    public String toString() {
        return "Address[masked]";
    }
}
