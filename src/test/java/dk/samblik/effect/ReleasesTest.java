package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.effect.EffectStore.Computed;
import dk.samblik.effect.Release.Figure;
import dk.samblik.effect.Releases.Correction;
import dk.samblik.effect.Releases.Kept;
import dk.samblik.effect.formula.Measured;
import dk.samblik.effect.release.Cell;
import dk.samblik.enrolment.TestEnrolments;
import dk.samblik.household.HouseholdId;
import dk.samblik.programme.Programmes;
import dk.samblik.view.PublishStory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Half-years are released once, on a real database, and stay as they were. Today is 17 November 2026. */
class ReleasesTest {

    private static final Half SPRING = new Half(2026, 1);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);

    private final PublishStory story = new PublishStory();
    private final List<HouseholdId> homes = new ArrayList<>();

    @AfterEach
    void close() {
        story.close();
    }

    private EffectStore store() {
        return new EffectStore(story.database.effect(), story.vault);
    }

    private Releases releases() {
        return new Releases(
                story.database.effect(),
                story.database.web(),
                store(),
                Programmes.in(Path.of("programmes")),
                new Indicators(Path.of("indicators")),
                TestEnrolments.of(story.database.web(), story.clock()),
                story.clock());
    }

    /** Households enrolled in March, of which so many kept a stable home from September to February. */
    private void homes(String area, int stable, int unstable) {
        for (int at = 0; at < stable + unstable; at++) {
            HouseholdId id = HouseholdId.random();
            homes.add(id);
            keep(id, area, at < stable);
        }
    }

    private void keep(HouseholdId id, String area, boolean stable) {
        List<Observation> months = new ArrayList<>();
        for (YearMonth month = MARCH.minusMonths(6); month.isBefore(MARCH); month = month.plusMonths(1)) {
            Measured value = Measured.of(stable ? 1 : 0, 1, month.lengthOfMonth(), month.lengthOfMonth());
            months.add(new Observation(id.value(), "H1", month, value, List.of("bolig@1")));
            months.add(new Observation(
                    id.value(), "C1", month, Measured.of(stable ? 2 : 3, 1, 30, 30), List.of("jobcenter@1")));
        }
        store().keep(
                        List.of(new Computed(
                                id, "FREMSKUDT", area, MARCH, LocalDate.of(2030, 9, 30), "2026-1", months)),
                        LocalDate.of(2026, 7, 3));
    }

    private Figure figure(String indicator) {
        return spring().release().figures().stream()
                .filter(one -> one.indicator().equals(indicator) && one.k() == 0)
                .findFirst()
                .orElseThrow();
    }

    private Kept spring() {
        return releases().of("FREMSKUDT", SPRING).orElseThrow();
    }

    /** 14 of 24 and 20 of 32 are stable: 34 of 56, 60,7 %. Both areas have five and more of each. */
    @Test
    void theHalfYearThatEndedIsReleased() {
        homes("Lærkevænget", 14, 10);
        homes("Mosebakken", 20, 12);

        releases().make();

        Cell total = figure("H1").table().shownTotal().orElseThrow();
        assertThat(total.parts()).containsEntry("yes", 34).containsEntry("no", 22);
        assertThat(total.percent("yes").orElseThrow()).isEqualByComparingTo("60.7");
        assertThat(figure("H1").table().areas())
                .allSatisfy(row -> assertThat(row.cell()).isNotNull());
        // 34 twos and 22 threes: the two in the middle are twos
        assertThat(figure("C1").median()).isEqualByComparingTo("2");
        assertThat(figure("C1").counted()).isEqualTo(56);
    }

    @Test
    void aSmallAreaHidesBoth() {
        homes("Lærkevænget", 14, 10);
        homes("Mosebakken", 3, 12);

        releases().make();

        assertThat(figure("H1").table().areas())
                .allSatisfy(row -> assertThat(row.cell()).isNull());
        assertThat(figure("H1").table().shownTotal()).isPresent();
    }

    @Test
    void ofFewNothingIsShown() {
        homes("Lærkevænget", 4, 5);

        releases().make();

        assertThat(figure("H1").table().shownTotal()).isEmpty();
        assertThat(figure("C1").median()).isNull();
        assertThat(figure("C1").counted()).isNull();
        assertThat(Releases.json(spring().release())).doesNotContain("\"no\":5", "\"yes\":4", "\"persons\":9");
    }

    @Test
    void aReleaseIsFrozenAndWhatIsCorrectedIsNotedWithoutTheNumber() {
        homes("Lærkevænget", 14, 10);
        homes("Mosebakken", 20, 12);
        releases().make();
        Kept before = spring();

        keep(homes.get(0), "Lærkevænget", false);
        story.later(Duration.ofDays(60));
        releases().make();

        assertThat(spring().release()).isEqualTo(before.release());
        assertThat(spring().hash()).isEqualTo(before.hash());
        assertThat(before.corrections()).isEmpty();
        // 60 days after 17 November is 16 January: the second half-year is released and the first looked at again.
        assertThat(spring().corrections()).contains(new Correction("H1", 0, LocalDate.of(2027, 1, 16)));
        assertThat(releases().of("FREMSKUDT", new Half(2026, 2))).isPresent();
    }

    @Test
    void aReleaseThatIsChangedIsRefused() {
        homes("Lærkevænget", 14, 10);
        homes("Mosebakken", 20, 12);
        releases().make();
        story.owner
                .sql("update effect_release set content = replace(content, '\"yes\":34', '\"yes\":35')")
                .update();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(this::spring))
                .hasMessage("a release is not what it was when it was made");
    }

    @Test
    void aHalfIsReadAsItIsWritten() {
        assertThat(Half.read("2026-H1")).contains(SPRING);
        assertThat(Half.read("2026-H3")).isEqualTo(Optional.empty());
        assertThat(SPRING.minus(1)).hasToString("2025-H2");
        assertThat(Half.lastBefore(LocalDate.of(2026, 7, 1))).isEqualTo(SPRING);
    }
}
