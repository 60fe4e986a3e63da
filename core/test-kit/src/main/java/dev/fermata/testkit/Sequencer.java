package dev.fermata.testkit;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers the points of a test in the order in which they are to be passed, from 1. {@link #expect} checks that a point comes
 * when it should; {@link #at} waits until it should, and so lets a test choose how its tasks interleave:
 *
 * <pre>{@code
 * loop.spawn(() -> { await(order.at(2)); account.add(10); return null; });
 * int balance = account.balance();
 * order.expect(1);
 * await(order.at(3));                      // the other task has added 10 meanwhile
 * account.set(balance + 5);
 * order.finish(4);
 * }</pre>
 *
 * <p>{@link #step} only notes that something happened. Failures show all points and steps so far. Of one loop.
 */
public final class Sequencer {
    private final Map<Integer, Promise<Void>> turns = new HashMap<>();
    private final List<String> trace = new ArrayList<>();
    private int passed;
    private boolean isFinishDue;
    private boolean isFinished;

    /** Makes a sequence with no point passed. */
    public Sequencer() {}

    /**
     * Passes a point, which must be the next one.
     *
     * @param point its number
     * @throws AssertionError if it is not the next, or the sequence is finished
     */
    public void expect(int point) {
        isFinishDue = true;
        if (isFinished) {
            throw wrong("point " + point + " came after the finish");
        }
        if (point != passed + 1) {
            throw wrong("point " + point + " came where " + (passed + 1) + " was expected");
        }
        pass(point);
    }

    /**
     * Passes the last point. A test that has expected points must come here.
     *
     * @param point its number
     * @throws AssertionError if it is not the next, or the sequence is finished
     */
    public void finish(int point) {
        expect(point);
        isFinished = true;
    }

    /**
     * Notes that something happened.
     *
     * @param what what
     */
    public void step(String what) {
        trace.add(what);
    }

    /**
     * Fails: this place is not to be reached.
     *
     * @throws AssertionError always
     */
    public void expectUnreached() {
        throw wrong("a place was reached that should not be");
    }

    /**
     * Waits until all points before this one have been passed, and passes it. The task runs on to its next suspension before
     * the one that waits for the point after this.
     *
     * @param point its number
     * @return a coroutine to be awaited; fails with an {@link AssertionError} if the point has been passed, or another
     *     task waits for it
     */
    @Suspendable
    public Coroutine<Void> at(int point) {
        if (point > passed + 1 && !isFinished) {
            Promise<Void> turn = new Promise<>(EventLoop.current());
            if (turns.putIfAbsent(point, turn) != null) {
                throw wrong("two tasks wait for point " + point);
            }
            await(turn);
        }
        if (point != passed + 1 || isFinished) {
            throw wrong("point " + point + " has been passed or will never come");
        }
        pass(point);
        return null;
    }

    /**
     * What has happened so far: the numbers of points, and steps.
     *
     * @return a copy
     */
    public List<String> trace() {
        return List.copyOf(trace);
    }

    /**
     * Checks what has happened so far.
     *
     * @param expected numbers of points, and steps
     * @throws AssertionError if something else has
     */
    public void assertTrace(Object... expected) {
        List<String> texts = Arrays.stream(expected).map(String::valueOf).toList();
        if (!texts.equals(trace)) {
            throw new AssertionError("expected " + texts + ", but it was " + trace);
        }
    }

    /** What is missing at the end of a test, or null. */
    String unfinished() {
        return isFinishDue && !isFinished ? "points were expected, but there was no finish; so far: " + trace : null;
    }

    private void pass(int point) {
        passed = point;
        trace.add(String.valueOf(point));
        Promise<Void> next = turns.remove(point + 1);
        if (next != null) {
            next.tryComplete(null);
        }
    }

    private AssertionError wrong(String what) {
        return new AssertionError(what + "; so far: " + trace);
    }
}
