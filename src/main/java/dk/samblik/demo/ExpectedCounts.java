package dk.samblik.demo;

import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.plan.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** How many rows of each register a first night must read, and their fates. */
final class ExpectedCounts {

    private final Asked asked;

    ExpectedCounts(Asked asked) {
        this.asked = asked;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (SourceRegister register : SourceRegister.values()) {
            TreeMap<String, Integer> counts = new TreeMap<>();
            for (String count : List.of("read", "mapped", "quarantined", "filtered", "duplicate")) {
                counts.put(count, 0);
            }
            if (register.delivered()) {
                counts.put("passedover", 0);
            }
            asked.rows(register).forEach(row -> count(register, row, counts));
            counts.forEach((count, number) -> lines.add(Seen.line(register.id(), count, number)));
        }
        return lines.stream().sorted().toList();
    }

    private void count(SourceRegister register, Planted<?> row, TreeMap<String, Integer> counts) {
        Fate fate = row.fate();
        if (fate.kind() != Fate.Kind.NOBODYS && !asked.about(register, row)) {
            if (register.delivered()) {
                counts.merge("passedover", 1, Integer::sum);
            }
            return;
        }
        counts.merge("read", 1, Integer::sum);
        counts.merge(name(fate.kind()), 1, Integer::sum);
        if (!fate.reason().isEmpty()) {
            counts.merge("reason|" + fate.reason(), 1, Integer::sum);
        }
    }

    private static String name(Fate.Kind kind) {
        return switch (kind) {
            case MAPPED -> "mapped";
            case FILTERED -> "filtered";
            case DUPLICATE -> "duplicate";
            default -> "quarantined";
        };
    }
}
