package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who has custody of a child, by records 016 and 015; {@code unknown} when there is none, or one cannot be told from the
 * records.
 */
record Custody(Set<Cpr> holders, boolean unknown) {

    static Custody of(Records child, LocalDate today) {
        List<FixedLine> inForce = child.of(16)
                .filter(line -> new Span(line.date(18), line.date(29)).covers(today))
                .toList();
        Set<Cpr> holders = new HashSet<>();
        boolean unknown = inForce.isEmpty();
        for (FixedLine line : inForce) {
            Optional<Cpr> holder = holder(child, line);
            holder.ifPresent(holders::add);
            unknown |= holder.isEmpty();
        }
        return new Custody(holders, unknown);
    }

    private static Optional<Cpr> holder(Records child, FixedLine line) {
        return switch (line.field(14, 4)) {
            case "0003" -> parent(child, 25);
            case "0004" -> parent(child, 92);
            default -> Cpr.read(line.field(39, 10));
        };
    }

    private static Optional<Cpr> parent(Records child, int position) {
        return child.one(15).flatMap(line -> Cpr.read(line.field(position, 10)));
    }
}
