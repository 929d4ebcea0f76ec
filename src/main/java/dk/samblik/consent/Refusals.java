package dk.samblik.consent;

import dk.samblik.consent.ImportResult.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, as it is found; a hopeless file is not told more than a thousand times. */
final class Refusals {

    private static final int MOST = 1_000;

    private final List<Refusal> list = new ArrayList<>();

    void add(int index, String field, String reason) {
        if (list.size() < MOST) {
            list.add(new Refusal(index, field, reason));
        }
    }

    boolean none() {
        return list.isEmpty();
    }

    List<Refusal> list() {
        return List.copyOf(list);
    }
}
