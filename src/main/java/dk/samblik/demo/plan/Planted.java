package dk.samblik.demo.plan;

import java.util.List;

/** A row of a register with the people it is about, what must become of it, and what must be seen of it. */
public record Planted<R>(R row, List<Integer> owners, Fate fate, List<Seen> seen) {

    public Planted {
        owners = List.copyOf(owners);
        seen = List.copyOf(seen);
    }
}
