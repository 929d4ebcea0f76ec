package dk.samblik.campaign;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The orders in which the steps of some transactions can come. */
public final class StepOrders {

    private StepOrders() {}

    /** Every order of {@code steps} steps each of {@code transactions} transactions, which are numbered from zero. */
    public static List<List<Integer>> all(int transactions, int steps) {
        List<List<Integer>> orders = new ArrayList<>();
        extend(new ArrayList<>(), Collections.nCopies(transactions, steps), orders);
        return orders;
    }

    private static void extend(List<Integer> begun, List<Integer> left, List<List<Integer>> orders) {
        if (left.stream().allMatch(steps -> steps == 0)) {
            orders.add(begun);
            return;
        }
        for (int next = 0; next < left.size(); next++) {
            if (left.get(next) > 0) {
                List<Integer> longer = new ArrayList<>(begun);
                longer.add(next);
                List<Integer> fewer = new ArrayList<>(left);
                fewer.set(next, left.get(next) - 1);
                extend(longer, fewer, orders);
            }
        }
    }
}
