package dev.fermata.tests.conformance.coroutines;

import static dev.fermata.Coroutine.await;
import static dev.fermata.Coroutine.suspend;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;

/** A whole event loop, on nothing but {@code send}. */
public final class VirtualTimeLoop extends Scenarios {
    @Scenario("PEP492-20")
    public void three_countdowns_interleave_by_time() {
        Loop loop = new Loop();
        loop.add("A", countdown("A", 3, 0));
        loop.add("B", countdown("B", 2, 2));
        loop.add("C", countdown("C", 4, 1));
        loop.run();
    }

    @Suspendable
    private Coroutine<Integer> countdown(String label, int length, int delay) {
        log(label, "on hold");
        int clock = await(sleep(delay));
        log(label, "begins at", clock);
        while (length > 0) {
            log(label, "count", length);
            clock = await(sleep(1));
            length--;
        }
        log(label, "ignition");
        return Coroutine.of(clock);
    }

    @Suspendable
    private static Coroutine<Integer> sleep(int n) {
        return Coroutine.of(suspend(n));
    }

    private record Step(int due, int sequence, Coroutine<?> coroutine, boolean first) {}

    private final class Loop {
        private final Queue<Step> queue =
                new PriorityQueue<>(Comparator.comparingInt(Step::due).thenComparingInt(Step::sequence));
        private final Map<Coroutine<?>, String> names = new HashMap<>();
        private int clock;
        private int sequence;

        void add(String name, Coroutine<?> coroutine) {
            names.put(coroutine, name);
            file(0, coroutine, true);
        }

        private void file(int due, Coroutine<?> coroutine, boolean first) {
            sequence++;
            queue.add(new Step(due, sequence, coroutine, first));
        }

        void run() {
            while (!queue.isEmpty()) {
                Step step = queue.remove();
                clock = step.due;
                try {
                    int delay = (int) step.coroutine.send(step.first ? null : clock);
                    file(clock + delay, step.coroutine, false);
                } catch (StopIteration e) {
                    log(names.get(step.coroutine), "returned", e.value(), "at", clock);
                }
            }
        }
    }
}
