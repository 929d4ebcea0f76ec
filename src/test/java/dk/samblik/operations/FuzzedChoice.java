package dk.samblik.operations;

import dk.samblik.household.CivilClock;
import dk.samblik.quarantine.ReplayFilter;
import dk.samblik.team.Words;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Any fields as a choice of refused rows, and as a planned outage: told what is wrong, or one that can be stored. */
public final class FuzzedChoice {

    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
    private static final List<String> FIELDS =
            List.of("kilde", "aarsag", "felt", "regler", "fra", "til", "antal", "post");
    private static final Words WORDS = words();

    private FuzzedChoice() {}

    private static Words words() {
        StaticMessageSource keys = new StaticMessageSource();
        keys.setUseCodeAsDefaultMessage(true);
        return new Words(keys, Locale.ENGLISH, new CivilClock(Clock.fixed(NOW, ZoneOffset.UTC)));
    }

    /** Takes as many values as there are; throws where what is accepted cannot be stored. */
    public static void read(List<String> values, boolean single) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        for (int i = 0; i < values.size(); i++) {
            form.add(FIELDS.get(i % FIELDS.size()), values.get(i));
        }
        if (single) {
            form.add("valgte", "ja");
        }
        ReplayForm choice = ReplayForm.of(form);
        if (choice.mistakes(WORDS).none()) {
            ReplayFilter filter = choice.filter();
            stored(filter.from(), filter.until());
        }
        OutageForm outage = OutageForm.of(Map.of(
                "besked", form.getOrDefault("kilde", List.of("")).get(0),
                "fra", form.getOrDefault("fra", List.of("")).get(0),
                "til", form.getOrDefault("til", List.of("")).get(0)));
        if (outage.mistakes(NOW, WORDS).none()) {
            stored(outage.begins().orElseThrow(), outage.ends().orElseThrow());
        }
    }

    private static void stored(Instant from, Instant until) {
        if (!Timestamp.from(from).before(Timestamp.from(until))) {
            throw new IllegalStateException("a period that begins before it ends");
        }
    }
}
