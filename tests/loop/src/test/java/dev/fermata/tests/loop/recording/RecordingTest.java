package dev.fermata.tests.loop.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.loop.EventLoop;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import org.junit.jupiter.api.Test;

/** Events of loops in real time, recorded by this JVM. */
class RecordingTest {
    private static final String SHOP = "dev.fermata.tests.loop.recording.Kitchen.";

    @Test
    void tasks_start_and_end() {
        Recorded recorded = Recorded.of(() -> EventLoop.run(Kitchen.serve()), "TaskStart", "TaskEnd");
        assertEquals(
                List.of("task-1 | 1 | coroutine Kitchen.serve | null", "eggs | 2 | coroutine Kitchen.cook | task-1"),
                recorded.table("TaskStart", "task", "number", "coroutine", "by"));
        assertEquals(List.of("eggs | value", "task-1 | value"), recorded.table("TaskEnd", "task", "outcome"));
        for (RecordedEvent end : recorded.all("TaskEnd")) {
            assertTrue(end.getDuration().toMillis() >= 5, end::toString);
        }
    }
}
