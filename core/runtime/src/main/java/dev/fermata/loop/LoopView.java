package dev.fermata.loop;

import java.time.Duration;
import java.util.List;

/**
 * What a loop looked like when somebody looked at it.
 *
 * @param number counted in this JVM from 1
 * @param state whether it runs
 * @param thread the name of the thread that runs it; null if none does
 * @param threadStack of a loop that does not answer, what its thread does; else empty
 * @param statistics what it has to do
 * @param tasks those that have not ended, as they were spawned
 */
public record LoopView(
        int number,
        State state,
        String thread,
        List<StackTraceElement> threadStack,
        LoopStatistics statistics,
        List<TaskView> tasks) {

    /** Whether a loop runs. */
    public enum State {
        /** It has told itself how it is; if it failed to, which is logged, what was found from outside is told. */
        RUNNING,
        /** It has not answered in time: a step or callback takes long. What is told of it was found in passing. */
        BLOCKED,
        /** No thread runs it at the moment. */
        IDLE
    }

    /**
     * All loops of this JVM that are not closed. A loop that runs is asked to tell of itself between two steps; of one that
     * does not answer, what can be found from outside is told. Any thread may call this; on the thread of a loop, of that loop
     * it is told at once.
     *
     * @param patience how long to wait for all loops together to answer, not null
     * @return them, in the order in which they were made
     */
    public static List<LoopView> all(Duration patience) {
        return Question.all(OpenLoops.all(), patience);
    }
}
