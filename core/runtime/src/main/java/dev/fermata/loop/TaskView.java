package dev.fermata.loop;

import java.time.Duration;
import java.util.List;

/**
 * What a task looked like when somebody looked at its loop.
 *
 * @param number counted by the loop from 1
 * @param name its name
 * @param coroutine what it runs
 * @param state where it stands
 * @param age how long ago it was spawned, at least; the loop does not look at its clock for every task. If the loop is blocked,
 *     what was spawned after its last look counts from that look, which is a few turns earlier at most
 * @param waitsFor what it waits for, in words; null if it does not wait
 * @param timeLeft if it waits for other tasks, how long until a timeout ends that; null if none is known
 * @param waitsForTasks the numbers of the tasks that have to go on before it can: one that it awaits, those that it has
 *     gathered, or the one that holds the lock that it wants
 * @param awaitedBy the numbers of the tasks that wait for this one
 * @param cancelRequests how many requests to cancel it have not been taken back
 * @param awaitStack as {@link Task#awaitStack}
 */
public record TaskView(
        int number,
        String name,
        String coroutine,
        State state,
        Duration age,
        String waitsFor,
        Duration timeLeft,
        List<Integer> waitsForTasks,
        List<Integer> awaitedBy,
        int cancelRequests,
        List<StackTraceElement> awaitStack) {

    /**
     * The age for people.
     *
     * @return to three digits or so, as in {@code 12 ms}, {@code 3.2 s}, {@code 5 min}
     */
    public String ageText() {
        return Nanos.text(age.toNanos());
    }

    /** Where a task stands. */
    public enum State {
        /** It makes a step. */
        RUNNING,
        /** Its turn is coming. */
        READY,
        /** It is suspended until something happens. */
        WAITING
    }
}
