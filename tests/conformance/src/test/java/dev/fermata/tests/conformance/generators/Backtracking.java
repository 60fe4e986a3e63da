package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** Generators that call themselves and pass the values up by yielding them again. */
public final class Backtracking extends Scenarios {
    @Scenario("GEN-30")
    public void permutations_have_one_live_frame_per_level() {
        for (List<Object> p : permutations(List.of("a", "b", "c"))) {
            log(p);
        }
        log("six", count(permutations(List.of(1, 2, 3, 4, 5, 6))));
    }

    @Suspendable
    private static Generator<List<Object>, Object, Void> permutations(List<Object> items) {
        if (items.isEmpty()) {
            Generator.yield(List.of());
        }
        for (int i = 0; i < items.size(); i++) {
            List<Object> others = new ArrayList<>(items);
            Object first = others.remove(i);
            for (List<Object> rest : permutations(others)) {
                List<Object> permutation = new ArrayList<>(List.of(first));
                permutation.addAll(rest);
                Generator.yield(permutation);
            }
        }
        return null;
    }

    @Scenario("GEN-37")
    public void eight_queens_clean_up_on_close_through_all_levels() {
        List<Integer> shared = new ArrayList<>();
        Generator<List<Integer>, Object, Void> search = place(0, 8, shared);
        log(search.next());
        log(search.next());
        log("in progress", shared.size());
        search.close();
        log("after close", shared.size());
        log("total", count(place(0, 8, new ArrayList<>())));
    }

    @Suspendable
    private static Generator<List<Integer>, Object, Void> place(int row, int n, List<Integer> columns) {
        if (row == n) {
            Generator.yield(List.copyOf(columns));
            return null;
        }
        for (int c = 0; c < n; c++) {
            if (isSafe(row, c, columns)) {
                columns.add(c);
                Generator<List<Integer>, Object, Void> inner = place(row + 1, n, columns);
                try {
                    for (List<Integer> solution : inner) {
                        Generator.yield(solution);
                    }
                } finally {
                    inner.close();
                    columns.remove(columns.size() - 1);
                }
            }
        }
        return null;
    }

    private static boolean isSafe(int row, int column, List<Integer> columns) {
        for (int r = 0; r < columns.size(); r++) {
            int taken = columns.get(r);
            if (column == taken || Math.abs(column - taken) == row - r) {
                return false;
            }
        }
        return true;
    }
}
