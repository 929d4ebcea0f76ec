package dk.samblik.team;

import dk.samblik.consent.FormMistakes;
import dk.samblik.household.CivilClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.support.StaticMessageSource;

/** Any values as what a team's pages are asked by: a choice that is offered, or none; and the address says it again. */
public final class FuzzedFilters {

    private static final CivilClock CLOCK =
            new CivilClock(Clock.fixed(Instant.parse("2026-11-30T12:00:00Z"), ZoneOffset.UTC));
    private static final Words WORDS = words();

    private FuzzedFilters() {}

    private static Words words() {
        StaticMessageSource keys = new StaticMessageSource();
        keys.setUseCodeAsDefaultMessage(true);
        return new Words(keys, Locale.ENGLISH, CLOCK);
    }

    /** Takes four values; throws where something of what was written stands in an address. */
    public static void read(List<String> values, int side) {
        String one = values.get(0);
        StartFilters start = new StartFilters(one, null, values.get(1), null, null, values.get(2), null, side);
        if (!start.address(start.page()).matches("/\\?[a-z0-9=&]*side=\\d+")) {
            throw new IllegalStateException("an address of our words");
        }
        TimelineFilters timeline = new TimelineFilters(one, values.get(1), values.get(2));
        timeline.department();
        timeline.kind();
        Sought.read(values.get(3));
        OwnPages.number(one);
        FormMistakes mistakes = new FormMistakes();
        MeetingForm form = MeetingForm.of(Map.of(
                "dato-dag", one, "dato-maaned", values.get(1), "dato-aar", values.get(2), "klokken", values.get(3)));
        if (form.read(CLOCK.local(), mistakes, WORDS).isPresent() != mistakes.none()) {
            throw new IllegalStateException("what is refused is told, and nothing else is");
        }
    }
}
