package dk.samblik.campaign.files;

import java.util.concurrent.atomic.AtomicInteger;

/** Refuses the n-th operation, counted from 1, and nothing else. */
public final class Nth implements Disturbance {

    private final int at;
    private final AtomicInteger told = new AtomicInteger();

    public Nth(int at) {
        this.at = at;
    }

    /** Whether there were so many. */
    public boolean met() {
        return told.get() >= at;
    }

    @Override
    public Fate fate(String what) {
        return told.incrementAndGet() == at ? Fate.REFUSED : Fate.DONE;
    }
}
