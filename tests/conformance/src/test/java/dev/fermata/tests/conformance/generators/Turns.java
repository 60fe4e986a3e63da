package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Several generators that are advanced in turns. */
public final class Turns extends Scenarios {
    @Scenario("GEN-29")
    public void interleaving_ends_when_the_one_whose_turn_it_is_ends() {
        Generator<Object, Object, Void> left = items("left", List.of(1, 2, 3, 4));
        Generator<Object, Object, Void> right = items("right", List.of("x", "y"));
        Generator<Object, Object, Integer> g = interleave(left, right);
        List<Object> values = new ArrayList<>();
        while (true) {
            try {
                values.add(g.next());
            } catch (StopIteration e) {
                log(values, e);
                break;
            }
        }
        log("left over", listOf(left), listOf(right));
    }

    @Suspendable
    private Generator<Object, Object, Void> items(String name, List<?> values) {
        for (Object v : values) {
            Generator.yield(v);
        }
        log(name, "exhausted");
        return null;
    }

    @Suspendable
    private static Generator<Object, Object, Integer> interleave(Generator<?, ?, ?> a, Generator<?, ?, ?> b) {
        int count = 0;
        Generator<?, ?, ?>[] turn = {a, b};
        while (true) {
            Generator<?, ?, ?> source = turn[count % 2];
            Object value;
            try {
                value = source.next();
            } catch (StopIteration e) {
                return Generator.returning(count);
            }
            count++;
            Generator.yield(value);
        }
    }

    @Scenario("GEN-35")
    public void a_round_robin_scheduler_alternates_strictly() {
        Deque<Worker> queue = new ArrayDeque<>();
        queue.add(new Worker("a", work("a", 3)));
        queue.add(new Worker("b", work("b", 1)));
        queue.add(new Worker("c", work("c", 2)));
        while (!queue.isEmpty()) {
            Worker worker = queue.remove();
            try {
                log("step", worker.steps.next());
                queue.add(worker);
            } catch (StopIteration e) {
                log(worker.name, "returned", e.value());
                if (worker.name.equals("b")) {
                    queue.add(new Worker("d", work("d", 2)));
                }
            }
        }
    }

    private record Worker(String name, Generator<String, Object, Integer> steps) {}

    @Suspendable
    private Generator<String, Object, Integer> work(String name, int n) {
        log(name, "start");
        for (int i = 1; i <= n; i++) {
            Generator.yield(name + i);
        }
        log(name, "end");
        return Generator.returning(n);
    }
}
