package dk.samblik.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Single households fetched anew while a night is under way, one after the other, each beside a bare round to the registers
 * about the same people. A refresh counts from the click until its run has ended.
 */
final class Refreshing {

    private static final int REFRESHES = 200;
    private static final long SEED = 200;

    private final Site site;
    private final Resident hub;
    private final Nightlong night;
    private final String social;
    private final List<List<Enrolled>> households;

    Refreshing(Site site, Resident hub, Nightlong night, String social, List<Enrolled> members) {
        this.site = site;
        this.hub = hub;
        this.night = night;
        this.social = social;
        List<List<Enrolled>> all = new ArrayList<>(members.stream()
                .collect(Collectors.groupingBy(Enrolled::household))
                .values());
        Collections.shuffle(all, new Random(SEED));
        this.households = all.subList(0, Math.min(all.size(), REFRESHES));
    }

    /** Refreshes, and bare rounds to the registers at the same time. */
    record Times(Percentiles refreshes, Percentiles bare) {
        @Override
        public String toString() {
            return "p50 %.0f ms, p95 %.0f ms; bare round p50 %.0f ms, p95 %.0f ms"
                    .formatted(refreshes.p50(), refreshes.p95(), bare.p50(), bare.p95());
        }
    }

    Times run() throws SQLException, IOException {
        List<Double> refreshes = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        Map<String, Coordinator> coordinators = Coordinator.signedIn(hub);
        try (BareRound round = new BareRound(site, social, households)) {
            for (List<Enrolled> household : households) {
                night.go();
                bare.add(round.millis(household));
                night.go();
                Enrolled one = household.get(0);
                refreshes.add(refreshed(coordinators.get(one.area()), one.household()));
            }
        }
        return new Times(new Percentiles(refreshes), new Percentiles(bare));
    }

    private double refreshed(Coordinator coordinator, UUID household) {
        Instant click = Instant.now();
        UUID run = coordinator.refresh(household);
        Optional<Double> millis = Optional.empty();
        while (millis.isEmpty()) {
            Nightlong.pause();
            millis = hub.owner()
                    .sql("select extract(epoch from ended_at - :click)::float8 * 1000 from run where run_id = :run"
                            + " and ended_at is not null")
                    .param("click", java.sql.Timestamp.from(click))
                    .param("run", run)
                    .query(Double.class)
                    .optional();
        }
        return millis.get();
    }
}
