package dev.fermata.testkit;

import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopClock;
import java.io.IOException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.Objects;

/**
 * Time that passes only when everybody waits: then it jumps, exactly, to the next timer. An hour of sleep takes no time.
 *
 * <p>While another thread {@linkplain EventLoop#expectOutsideWork works} for the loop the clock stands still and waits for it
 * in real time, so that no timeout fires just because a machine is slow. Where nothing can wake the loop any more it does
 * not wait: it fails, and says what each task waits for.
 *
 * <p>A socket is not waited for as long as there are timers: the clock jumps, and timeouts fire at once. Take a connection in
 * memory, or a loop in real time.
 *
 * <p>Of one loop, on that loop's thread.
 */
public final class VirtualClock implements LoopClock {
    /** How long a loop waits for other threads if nothing else is said. */
    static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final long start;
    private final Duration timeout;
    private final long realEnd;
    private long now;
    private long stepsSinceJump;

    /** Makes a clock that starts at 0. */
    public VirtualClock() {
        this(0, DEFAULT_TIMEOUT);
    }

    /**
     * Makes a clock.
     *
     * @param startNanos what {@link #nanos} is at first; just below {@link Long#MAX_VALUE} to see it wrap
     * @param timeout for how long, in real time from now on, the loop may wait for other threads
     */
    public VirtualClock(long startNanos, Duration timeout) {
        this.start = startNanos;
        this.now = startNanos;
        this.timeout = Objects.requireNonNull(timeout, "timeout");
        this.realEnd = System.nanoTime() + timeout.toNanos();
    }

    @Override
    public long nanos() {
        return now;
    }

    /**
     * How far the time has come since the start.
     *
     * @return the virtual time
     */
    public Duration elapsed() {
        return Duration.ofNanos(now - start);
    }

    /**
     * Lets time pass for a step that takes some: what a task computes is otherwise done in no time.
     *
     * @param time how much, not negative
     */
    public void advance(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("time does not go back: " + time);
        }
        jump(time.toNanos());
    }

    /**
     * Jumps, waits for other threads, or fails.
     *
     * @throws LoopStuckError if nothing can wake the loop, or the timeout is over
     */
    @Override
    public void await(Selector selector, long nanos, boolean outsideWork) throws IOException {
        if (nanos == 0) {
            return;
        }
        if (outsideWork) {
            waitForOthers(selector); // not after selectNow, which would forget that another thread has woken it
        } else if (selector.selectNow() > 0) {
            return;
        } else if (nanos > 0) {
            jump(nanos);
        } else {
            throw LoopStuckError.deadlock(EventLoop.current());
        }
    }

    /** Called for each choice of a task: tasks that go round and round without waiting never let the clock wait. */
    void stepTaken() {
        if (++stepsSinceJump % 100_000 == 0 && realEnd - System.nanoTime() <= 0) {
            throw LoopStuckError.livelock(EventLoop.current(), stepsSinceJump, timeout);
        }
    }

    private void jump(long nanos) {
        now += nanos;
        stepsSinceJump = 0;
    }

    private void waitForOthers(Selector selector) throws IOException {
        long left = realEnd - System.nanoTime();
        if (left <= 0) {
            throw LoopStuckError.timeout(EventLoop.current(), timeout);
        }
        selector.select(left / NANOS_PER_MILLI + 1);
    }
}
