package dk.samblik.view;

import dk.samblik.run.Ledger.Count;
import dk.samblik.run.WorkItems.Result;
import dk.samblik.run.WorkItems.Settled;
import io.micrometer.core.instrument.Metrics;
import java.util.List;

/** What a chunk came to, as figures: counted when it is stored, never before. */
record PublishFigures(List<Settled> settled, List<Count> counts) {

    PublishFigures {
        settled = List.copyOf(settled);
        counts = List.copyOf(counts);
    }

    /** Counts what is committed. */
    void count() {
        Metrics.counter("samblik.views.published").increment((double)
                settled.stream().filter(one -> one.result() == Result.UPDATED).count());
        for (Count count : counts) {
            records(
                    count,
                    count.changed() > 0 ? "changed" : "unchanged",
                    count.fates().mapped());
            records(count, "quarantined", count.fates().quarantined());
        }
    }

    private static void records(Count count, String result, long records) {
        Metrics.counter("samblik.records", "source", count.register(), "result", result)
                .increment((double) records);
    }
}
