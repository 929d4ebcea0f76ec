package dk.samblik.effect;

import dk.samblik.access.TestAccess;
import dk.samblik.effect.EffectStore.Of;
import dk.samblik.household.PersonId;
import dk.samblik.mapping.Fact;
import dk.samblik.meeting.OwnLines;
import dk.samblik.programme.Programmes;
import dk.samblik.view.PublishStory;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What is published becomes figures, on a real database; households are enrolled in January 2026 unless a test says else. */
final class EffectStory {

    static final IndicatorFile FILE = new Indicators(Path.of("indicators"))
            .of(Programmes.in(Path.of("programmes")).of("FREMSKUDT"));

    final PublishStory story = new PublishStory();

    EffectStore store() {
        return new EffectStore(story.database.effect(), story.vault);
    }

    WellbeingAnswers answers() {
        return new WellbeingAnswers(story.database.web(), story.vault, story.clock());
    }

    OwnLines lines() {
        return new OwnLines(story.database.web(), story.vault, story.clock());
    }

    /** How many households were computed. */
    int compute() {
        return new EffectMonths(
                        story.database.web(),
                        Programmes.in(Path.of("programmes")),
                        new Indicators(Path.of("indicators")),
                        story.views(),
                        TestAccess.looks(story.database.web(), story.clock()),
                        TestAccess.log(story.database.audit()),
                        store(),
                        answers(),
                        lines(),
                        story.clock())
                .compute();
    }

    /** The value of whoever comes first. */
    Optional<BigDecimal> value(String indicator, int k) {
        Map<Of, Series> all = store().series("FREMSKUDT", FILE)
                .getOrDefault(FILE.find(indicator).orElseThrow(), Map.of());
        return all.values().stream().findFirst().flatMap(series -> series.value(k));
    }

    /** Somebody by the population register, with whoever has custody. */
    static Fact.Identity born(String name, String day, PersonId... custody) {
        return new Fact.Identity(
                name,
                "Test",
                LocalDate.parse(day),
                "01",
                false,
                false,
                null,
                null,
                List.copyOf(Stream.of(custody).map(PersonId::toString).toList()));
    }
}
