package dev.fermata.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.exploring.Scenario;
import dev.fermata.loop.Task;
import java.util.ArrayList;
import java.util.List;

/** A scenario that keeps account of what goes in and what comes out: each element exactly once. */
abstract class Traffic extends Scenario {
    private final List<String> sent = new ArrayList<>();
    private final List<String> received = new ArrayList<>();

    /** To be called as soon as the sender knows that the element is on its way. */
    final void sent(String element) {
        sent.add(element);
    }

    final void received(String element) {
        received.add(element);
    }

    final void assertNothingLostOrDoubled() {
        assertEquals(
                sent.stream().sorted().toList(),
                received.stream().sorted().toList(),
                "what was sent, what was received");
    }

    static void assertAllDone(List<Task<?>> tasks) {
        for (Task<?> task : tasks) {
            assertTrue(task.isDone(), () -> task + " waits for ever");
        }
    }
}
