package dev.fermata.tests.iofaults;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopFailure;
import dev.fermata.testkit.TestBody;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A loop in real time for one test, which must be left with no task and no timer. */
final class Trial {
    static final SocketAddress LOOPBACK = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(20);
    private static final Duration MOMENT = Duration.ofMillis(2);

    private Trial() {}

    /** Runs a test; gives what the loop's exception handler was told. */
    static <T> List<LoopFailure> run(TestBody<T> body) {
        List<LoopFailure> failures = new CopyOnWriteArrayList<>();
        EventLoop loop = new EventLoop();
        loop.setExceptionHandler(failures::add);
        try {
            loop.runUntilComplete(leavingNothing(body));
        } finally {
            loop.shutDown();
        }
        return failures;
    }

    /** As {@link #run}, where nobody is to be told of anything. */
    static <T> void runQuietly(TestBody<T> body) {
        List<LoopFailure> failures = run(body);
        if (!failures.isEmpty()) {
            throw new AssertionError(failures.toString(), failures.get(0).error());
        }
    }

    @Suspendable
    private static <T> Coroutine<Void> leavingNothing(TestBody<T> body) {
        await(start(body));
        EventLoop loop = EventLoop.current();
        long end = System.nanoTime() + PATIENCE;
        while (loop.tasks().size() > 1 || loop.statistics().timers() > 0) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("left behind: " + loop.tasks() + ", " + loop.statistics());
            }
            await(EventLoop.sleep(MOMENT)); // those that are about to end get their turns
        }
        return null;
    }

    private static <T> Coroutine<T> start(TestBody<T> body) {
        try {
            return body.start();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Waits, with the loop going on, until something is so; fails if it never is. */
    @Suspendable
    static Coroutine<Void> until(String what, Callable<Boolean> isSo) throws Exception {
        long end = System.nanoTime() + PATIENCE;
        while (!isSo.call()) {
            if (System.nanoTime() - end > 0) {
                throw new AssertionError("never came: " + what);
            }
            await(EventLoop.sleep(MOMENT));
        }
        return null;
    }
}
