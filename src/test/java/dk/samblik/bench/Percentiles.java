package dk.samblik.bench;

import java.util.List;

/** Times of many of a kind, in milliseconds, in order. */
record Percentiles(List<Double> millis) {

    Percentiles {
        millis = millis.stream().sorted().toList();
    }

    /** The time that this share of all was within. */
    double at(double share) {
        int rank = (int) Math.ceil(share * millis.size());
        return millis.get(Math.max(0, rank - 1));
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    int count() {
        return millis.size();
    }
}
