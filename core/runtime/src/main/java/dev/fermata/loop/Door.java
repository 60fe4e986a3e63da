package dev.fermata.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Where other threads hand callbacks to the loop. The callback is queued before the loop is woken, and a wake-up that
 * comes before the loop waits makes the wait return at once, so none is lost.
 */
final class Door {
    private final Queue<CallbackHandle> arrivals = new ConcurrentLinkedQueue<>();
    private final AtomicInteger expected = new AtomicInteger();
    private final Runnable wakeUp;

    /** Set after an arrival has been queued. The loop looks here whenever something becomes ready, so it is one field. */
    private volatile boolean hasArrivals;

    private volatile boolean shut;

    /**
     * Makes a door.
     *
     * @param wakeUp makes the loop look for arrivals; called by any thread
     */
    Door(Runnable wakeUp) {
        this.wakeUp = wakeUp;
    }

    /**
     * Any thread. Each callback has one end, whatever races with whom, because it leaves the queue once: it is let in; or it
     * is among those that {@link #shut} gives back; or this gives false or throws, and it will not run.
     */
    boolean enter(CallbackHandle callback) {
        arrivals.add(callback);
        if (shut) {
            return !arrivals.remove(callback);
        }
        hasArrivals = true;
        try {
            wakeUp.run();
        } catch (RuntimeException refusal) {
            if (arrivals.remove(callback)) {
                throw refusal;
            }
        }
        return true;
    }

    /** The loop's thread. May say no when everybody has been let in, never yes when somebody waits and has rung. */
    boolean isEmpty() {
        return !hasArrivals;
    }

    /** The loop's thread: moves what has arrived to the ready queue. */
    void letIn(ReadyQueue ready) {
        if (hasArrivals) {
            hasArrivals = false; // before looking, so that who comes meanwhile sets it again
            moveTo(ready);
        }
    }

    private void moveTo(ReadyQueue ready) {
        for (CallbackHandle callback = arrivals.poll(); callback != null; callback = arrivals.poll()) {
            ready.add(callback);
        }
    }

    /** Somebody outside is at work and will come: time that is not real must not pass meanwhile. */
    void expect() {
        expected.incrementAndGet();
    }

    /** Wakes the loop: a clock that stood still for this may jump now. */
    void expectNoMore() {
        expected.decrementAndGet();
        if (!shut) {
            wakeUp.run();
        }
    }

    boolean isAnybodyExpected() {
        return expected.get() > 0;
    }

    /** The loop's thread: lets nobody in any more; gives those that had come. */
    List<CallbackHandle> shut() {
        shut = true;
        List<CallbackHandle> left = new ArrayList<>();
        for (CallbackHandle callback = arrivals.poll(); callback != null; callback = arrivals.poll()) {
            left.add(callback);
        }
        return left;
    }
}
