package dk.samblik.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.samblik.access.TestAccess;
import dk.samblik.access.Viewer;
import dk.samblik.consent.ConsentedHousehold;
import dk.samblik.consent.ConsentedPerson;
import dk.samblik.household.Department;
import dk.samblik.mapping.Coded;
import dk.samblik.mapping.Fact;
import dk.samblik.view.PublishStory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Published sections become figures under pseudonyms, on a real database. The households are enrolled in January 2026. */
class EffectMonthsTest {

    private final EffectStory effect = new EffectStory();
    private final PublishStory story = effect.story;
    private final ConsentedHousehold home = story.household("Amina");
    private final ConsentedPerson amina = home.persons().get(0);

    @AfterEach
    void close() {
        story.close();
    }

    private EffectStore store() {
        return effect.store();
    }

    private WellbeingAnswers answers() {
        return effect.answers();
    }

    private int compute() {
        return effect.compute();
    }

    private Optional<BigDecimal> value(String indicator, int k) {
        return effect.value(indicator, k);
    }

    private static Fact.Benefit benefit(String kind, String from, String until) {
        return new Fact.Benefit(new Coded(kind, kind, kind, true), null, LocalDate.parse(from), LocalDate.parse(until));
    }

    private void publish(Fact... benefits) {
        story.answers("folkeregister", amina, EffectStory.born("Amina", "1985-04-02"))
                .answers("jobcenter", amina, benefits);
        story.publish(home);
    }

    /**
     * F1 is February to July 2026: Thursdays 5 February to 30 July are 26 weeks. The benefit reaches the weeks of 5 February
     * to 30 April: 4 + 4 + 5 = 13 of 26. B began before the consent reaches back and has no value.
     */
    @Test
    void whatIsPublishedIsCountedAndWhatIsNotToldIsNot() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));

        assertThat(compute()).isEqualTo(1);

        assertThat(value("E6", 1).orElseThrow()).isEqualByComparingTo("50.00");
        assertThat(value("E6", 0)).isEmpty();
        assertThat(value("S1", 1)).isEmpty();
    }

    @Test
    void aPensionerHasNoOutcome() {
        publish(benefit("DISABILITY_PENSION", "2020-01-01", "2027-01-01"));

        compute();

        assertThat(value("E6", 1)).isEmpty();
    }

    @Test
    void aSourceThatCorrectsItselfIsComputedAgain() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-07-31"));
        compute();

        assertThat(value("E6", 1).orElseThrow()).isEqualByComparingTo("100.00");
    }

    @Test
    void whatAConsentNoLongerReachesStaysAsItWasComputed() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();
        story.later(Duration.ofDays(30));
        story.owner.sql("update consent_in_force set period_back = 'P1M'").update();
        compute();

        assertThat(value("E6", 1).orElseThrow()).isEqualByComparingTo("50.00");
    }

    @Test
    void endingFreezesTheSeries() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();
        story.owner.sql("update household set exit_date = date '2026-11-17'").update();
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-07-31"));

        assertThat(compute()).isZero();
        assertThat(value("E6", 1).orElseThrow()).isEqualByComparingTo("50.00");
    }

    @Test
    void withoutAConsentNobodyIsOpened() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        Arrays.stream(Department.values()).forEach(source -> story.withdraws(amina.id(), source));

        assertThat(compute()).isZero();
        assertThat(store().series("FREMSKUDT", EffectStory.FILE)).isEmpty();
        assertThat(looks()).isZero();
    }

    @Test
    void whatWasComputedUnderAConsentThatNeverWasValidIsDeleted() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();
        Arrays.stream(Department.values()).forEach(source -> story.withdraws(amina.id(), source));
        story.owner
                .sql("update consent set status = 'INVALIDATED', withdrawn_at = timestamptz '2026-11-20 10:00Z'")
                .update();
        story.later(Duration.ofDays(30));
        compute();

        assertThat(value("E6", 1)).isEmpty();
    }

    @Test
    void theLookIsInTheLog() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();

        assertThat(looks()).isOne();
    }

    private long looks() {
        return story.owner
                .sql("select count(*) from access_log where purpose = 'effect' and actor = 'samblik'")
                .query(Long.class)
                .single();
    }

    /** Nothing in the store is anything that the rest of the database knows somebody by. */
    @Test
    void theStoreKnowsNobody() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();
        String all = story.owner
                .sql(
                        "select string_agg(h::text || f::text, ' ') from effect_household h join effect_figure f using (subject)")
                .query(String.class)
                .single();

        assertThat(all).doesNotContain(hex(home.id().toString()), hex(amina.id().toString()), "H-", "Amina");
        // The test has one id for both; their pseudonyms differ.
        assertThat(all).contains(store().pseudonym(home.id()));
        assertThat(story.owner
                        .sql("select count(*) from effect_figure where subject = who and indicator = 'E6'")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> story.database
                        .effect()
                        .sql()
                        .sql("select number from household")
                        .query(String.class)
                        .list())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> story.database
                        .web()
                        .sql()
                        .sql("select subject from effect_figure")
                        .query(byte[].class)
                        .list())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    private static String hex(String uuid) {
        return uuid.replace("-", "");
    }

    @Test
    void theSeriesGoesWhenItsEvaluationHasEnded() {
        publish(benefit("SOCIAL_ASSISTANCE", "2026-01-05", "2026-04-30"));
        compute();

        assertThat(store().forget(LocalDate.of(2030, 9, 30))).isZero();
        assertThat(store().forget(LocalDate.of(2030, 10, 1))).isOne();
    }

    /** (3 + 2 + 2 + 1 + 3) · 4 = 44 in October, the month that has ended. */
    @Test
    void wellbeingIsKeptSealedAndGoesWithItsConsent() {
        Viewer maja =
                new Viewer("maja", "Maja Test", Viewer.Role.COORDINATOR, "Fjordsted Kommune", Set.of("Mosebakken"));
        List<Integer> items = Arrays.asList(3, 2, 2, 1, 3);
        LocalDate october = LocalDate.of(2026, 10, 5);

        assertThat(answers().keep(home.id(), amina.id(), october, items, maja)).isTrue();
        assertThat(answers().keep(home.id(), amina.id(), october, items, maja)).isFalse();
        assertThat(answers().of(TestAccess.grant(home.id()), List.of(home.id())))
                .singleElement()
                .satisfies(answer -> assertThat(answer.score()).isEqualByComparingTo("44"));
        publish();
        compute();
        assertThat(value("W1", 2).orElse(null)).isNull();

        story.owner
                .sql("update consent_in_force set categories = array_remove(categories, 'WELLBEING')")
                .update();
        assertThat(story.owner
                        .sql("select count(*) from wellbeing")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(answers().keep(home.id(), amina.id(), october.plusDays(1), items, maja))
                .isFalse();
    }
}
