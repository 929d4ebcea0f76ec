package dk.samblik.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.alarm.Alarm.Kind;
import dk.samblik.alarm.Alarm.Sign;
import dk.samblik.alarm.Standing.Delivery;
import dk.samblik.alarm.Standing.Refused;
import dk.samblik.alarm.Standing.Source;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is an alarm and what is not, to the hour; also that something did not come. */
class SignsTest {

    /** Half past six in Copenhagen. */
    private static final Instant NOW = Instant.parse("2026-03-12T05:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final Source WELL = new Source("social", "DONE", null, 0, NOW.minus(Duration.ofHours(3)));

    private static Set<Sign> signs(Standing standing) {
        return Signs.of(standing, AlarmBookTest.settings(Map.of()));
    }

    private static Standing standing(
            Instant at,
            @Nullable LocalDate night,
            List<Source> sources,
            List<Delivery> deliveries,
            List<Refused> refused,
            @Nullable Instant erasure,
            long untold,
            boolean log,
            boolean checkpoints) {
        return new Standing(
                at,
                Map.of(),
                night,
                Map.of(),
                sources,
                deliveries,
                refused,
                Map.of(),
                erasure,
                null,
                untold,
                log,
                checkpoints);
    }

    private static Set<Sign> night(String at, @Nullable String night) {
        return signs(standing(
                Instant.parse(at),
                night == null ? null : LocalDate.parse(night),
                List.of(),
                List.of(),
                List.of(),
                null,
                0,
                true,
                true));
    }

    private static Set<Sign> source(Source source) {
        return signs(standing(NOW, TODAY, List.of(source), List.of(), List.of(), null, 0, true, true));
    }

    private static Set<Sign> about(Kind kind, String source) {
        return Set.of(new Sign(kind, source));
    }

    @Test
    void allIsWell() {
        Delivery fresh = new Delivery("jobcenter", NOW.minus(Duration.ofHours(26)), Duration.ofHours(26));
        Refused young = new Refused("social", "Q03", 4, NOW.minus(Duration.ofDays(3)));
        Instant justNow = NOW.minus(Duration.ofHours(1));

        assertThat(signs(standing(NOW, TODAY, List.of(WELL), List.of(fresh), List.of(young), justNow, 0, true, true)))
                .isEmpty();
    }

    @Test
    void theNightIsMissedFromSixOnUntilOneEndsWell() {
        assertThat(night("2026-03-12T04:59:59Z", "2026-03-11")).as("05:59:59").isEmpty();
        assertThat(night("2026-03-12T05:00:00Z", "2026-03-11")).isEqualTo(about(Kind.NIGHT_MISSING, ""));
        assertThat(night("2026-03-12T05:00:00Z", "2026-03-12")).isEmpty();
        assertThat(night("2026-03-13T01:00:00Z", "2026-03-11"))
                .as("the next night has not been; the one before is still missed")
                .isEqualTo(about(Kind.NIGHT_MISSING, ""));
        assertThat(night("2026-03-12T05:00:00Z", null)).isEqualTo(about(Kind.NIGHT_MISSING, ""));
    }

    @Test
    void aRegisterIsDownThenSilent() {
        Instant before = NOW.minus(Duration.ofHours(26));
        assertThat(source(new Source("social", "DOWN", "TIMEOUT", 0, before)))
                .isEqualTo(about(Kind.SOURCE_DOWN, "social"));
        assertThat(source(new Source("social", "PARTLY", "TIMEOUT", 0, NOW)))
                .as("it answers, about some")
                .isEqualTo(about(Kind.SOURCE_PARTLY, "social"));
        assertThat(source(new Source("social", "DOWN", "TIMEOUT", 0, before.minusSeconds(1))))
                .containsExactlyInAnyOrder(
                        new Sign(Kind.SOURCE_DOWN, "social"), new Sign(Kind.SOURCE_SILENT, "social"));
        assertThat(source(new Source("social", "DONE", null, 0, null))).isEqualTo(about(Kind.SOURCE_SILENT, "social"));
    }

    @Test
    void rowsThatDoNotAddUp() {
        assertThat(source(new Source("social", "OPEN", null, 3, NOW))).isEqualTo(about(Kind.RECONCILIATION, "social"));
    }

    @Test
    void aDeliveryThatDidNotComeOrIsOld() {
        Delivery old = new Delivery("jobcenter", NOW.minus(Duration.ofHours(27)), Duration.ofHours(26));
        Delivery never = new Delivery("bolig", null, Duration.ofDays(8));

        assertThat(signs(standing(NOW, TODAY, List.of(), List.of(old, never), List.of(), null, 0, true, true)))
                .containsExactlyInAnyOrder(
                        new Sign(Kind.DELIVERY_MISSING, "jobcenter"), new Sign(Kind.DELIVERY_MISSING, "bolig"));
    }

    @Test
    void whatLiesTooLongIsOneAlarmARegister() {
        Instant long3 = NOW.minus(Duration.ofDays(3)).minusSeconds(1);
        List<Refused> refused = List.of(
                new Refused("social", "Q03", 1, long3),
                new Refused("social", "Q07", 1, long3),
                new Refused("bolig", "Q03", 1, NOW));

        assertThat(signs(standing(NOW, TODAY, List.of(), List.of(), refused, null, 0, true, true)))
                .isEqualTo(about(Kind.QUARANTINE_OLD, "social"));
    }

    @Test
    void logCheckpointsAndWithdrawals() {
        Instant late = NOW.minus(Duration.ofHours(1)).minusSeconds(1);

        assertThat(signs(standing(NOW, TODAY, List.of(), List.of(), List.of(), late, 1, false, false)))
                .extracting(Sign::kind)
                .containsExactlyInAnyOrder(
                        Kind.ACCESS_LOG, Kind.CHECKPOINTS, Kind.WITHDRAWAL_LATE, Kind.WITHDRAWAL_UNTOLD);
    }
}
