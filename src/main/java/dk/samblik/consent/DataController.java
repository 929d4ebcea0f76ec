package dk.samblik.consent;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The data controller (GDPR art. 4(7)): the authority whose pages, consents and receipts these are, and how a citizen
 * reaches it. Said here once, for all of them.
 *
 * @param name the authority, as staff and consents name it
 * @param phone the number a consent is taken back by; left out where it is not set, as the two after it
 * @param mail the mail address for it
 * @param place where to come for it
 * @param dpo how to reach the data protection officer
 */
@ConfigurationProperties("samblik.consent.controller")
public record DataController(
        @DefaultValue("Eksempel Kommune") String name,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String place,
        @DefaultValue("12 34 56 78") String dpo) {

    /** How a consent is taken back, as the consent says it: every way that is set, else at the authority. */
    String withdrawalMethod() {
        List<String> ways = Stream.of(way("telefon ", phone), way("e-mail ", mail), way("fremmøde: ", place))
                .flatMap(Stream::ofNullable)
                .toList();
        return ways.isEmpty() ? "henvendelse til " + name : String.join("; ", ways);
    }

    private static @Nullable String way(String kind, @Nullable String where) {
        return where == null || where.isBlank() ? null : kind + where;
    }
}
