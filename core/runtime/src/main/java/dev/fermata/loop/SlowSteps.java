package dev.fermata.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Tells of steps and callbacks that keep the loop busy for too long (asyncio's slow callbacks). Steps that begin within
 * others, as those of eager tasks, count for themselves only.
 */
final class SlowSteps implements LoopObserver {
    private static final String ADVICE = ": nothing else ran on the loop meanwhile. Let others in between by"
            + " await(EventLoop.sleep(Duration.ZERO)), or have another thread do it by EventLoop.offload";

    /** As many methods as are kept of where a step began: few, because that is done for each. */
    private static final int SHOWN = 3;

    private final LoopDebug debug;
    private final BlockedLoop blocked;
    private final long limit;

    /** Those that have begun and not ended, the innermost first. */
    private final Deque<Begun> begun = new ArrayDeque<>();

    private static final class Begun {
        private final List<StackTraceElement> from;
        private final long since = System.nanoTime();

        /** How long the steps within this one have taken. */
        private long inner;

        Begun(List<StackTraceElement> from) {
            this.from = from;
        }
    }

    SlowSteps(LoopDebug debug, BlockedLoop blocked) {
        this.debug = debug;
        this.blocked = blocked;
        this.limit = Nanos.of(debug.options().slowStep());
    }

    @Override
    public void stepBegins(Task<?> task) {
        begun.push(new Begun(task.innermost(SHOWN)));
    }

    @Override
    public void stepEnded(Task<?> task) {
        List<StackTraceElement> from = begun.element().from;
        long nanos = end();
        if (isReported(nanos)) {
            LoopDebug.warn(debug.describe(task) + " has kept its loop busy for " + LoopDebug.millis(nanos)
                    + " without giving way" + ADVICE + stretch(task, from));
        }
    }

    @Override
    public void callbackBegins(Object callback) {
        begun.push(new Begun(List.of()));
    }

    @Override
    public void callbackEnded(Object callback) {
        long nanos = end();
        if (isReported(nanos)) {
            LoopDebug.warn("callback " + callback + " has kept its loop busy for " + LoopDebug.millis(nanos) + ADVICE);
        }
    }

    private long end() {
        Begun ended = begun.pop();
        long nanos = System.nanoTime() - ended.since;
        if (!begun.isEmpty()) {
            begun.element().inner += nanos;
        }
        return nanos - ended.inner;
    }

    /** What has been told while it lasted is told of its end by that. */
    private boolean isReported(long nanos) {
        return nanos > limit && !blocked.isTold();
    }

    private static String stretch(Task<?> task, List<StackTraceElement> from) {
        return LoopDebug.section("it went on from", from)
                + (task.isDone() ? "\nand has ended" : LoopDebug.section("and waits at", task.awaitStack()));
    }
}
