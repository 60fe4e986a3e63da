package dev.fermata.tests.conformance.tasks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.TimedOutException;
import dev.fermata.tasks.Timeout;
import dev.fermata.tests.conformance.Scenario;
import java.time.Duration;

/** Blocks with a limit of time: {@code timeout}. */
public final class Timeouts extends SeveralTasks {
    private static final String MAPPED = "Java has no async with: the body of a timeout is a lambda";

    @Scenario(value = "AIO-49", mapped = MAPPED)
    public void a_body_out_of_time_is_cancelled_and_its_block_fails() {
        runInVirtualTime(outOfTime());
    }

    @Suspendable
    private <T> Coroutine<T> seen(String label) {
        try {
            return Coroutine.of(await(SeveralTasks.<T>promise()));
        } catch (Cancellation e) {
            log(label, e);
            throw e;
        }
    }

    @Suspendable
    private Coroutine<Void> outOfTime() {
        Timeout block = Timeout.after(Duration.ofMillis(20));
        try {
            await(block.enter(timeout -> seen("body sees")));
        } catch (TimedOutException e) {
            int requests = Task.current().cancelling();
            log("outside", e, "expired", block.isExpired(), "requests", requests, "cause", e.getCause());
        }
        await(turn());
        log("goes on");
        Timeout inTime = Timeout.after(Duration.ofSeconds(5));
        await(inTime.enter(timeout -> turn()));
        log("expired", inTime.isExpired());
        return null;
    }

    @Scenario(value = "AIO-50", mapped = MAPPED)
    public void only_the_block_whose_time_is_up_turns_the_cancellation_into_a_timeout() {
        runInVirtualTime(nestedTwice());
    }

    @Suspendable
    private Coroutine<Void> nestedTwice() {
        await(nested(Duration.ofMillis(20), Duration.ofSeconds(5)));
        await(nested(Duration.ofSeconds(5), Duration.ofMillis(20)));
        return null;
    }

    @Suspendable
    private Coroutine<Void> nested(Duration outerTime, Duration innerTime) {
        Timeout outer = Timeout.after(outerTime);
        Timeout inner = Timeout.after(innerTime);
        try {
            await(outer.enter(timeout -> between(inner)));
        } catch (TimedOutException e) {
            log("outside", e);
        }
        log("outer", outer.isExpired(), "inner", inner.isExpired());
        return null;
    }

    @Suspendable
    private Coroutine<Void> between(Timeout inner) {
        try {
            await(inner.enter(timeout -> forEver()));
        } catch (Cancellation e) {
            log("between", e);
            throw e;
        } catch (TimedOutException e) {
            log("between", e);
        }
        await(turn());
        log("outer body ends");
        return null;
    }

    @Scenario(value = "AIO-53", mapped = MAPPED)
    public void deadlines_move_while_inside() {
        runInVirtualTime(moving());
    }

    @Suspendable
    private Coroutine<Void> moving() {
        Timeout one = Timeout.after(Duration.ofMillis(30));
        await(one.enter(timeout -> rescheduled(timeout)));
        await(Timeout.after(Duration.ofMillis(30), timeout -> disabled(timeout)));
        Timeout three = Timeout.unlimited();
        try {
            await(three.enter(timeout -> limitedLater(timeout)));
        } catch (TimedOutException e) {
            log("three", e);
        }
        try {
            await(Timeout.after(Duration.ZERO, timeout -> notReached()));
        } catch (TimedOutException e) {
            log("four", e);
        }
        await(Timeout.after(Duration.ofSeconds(-1), timeout -> {
            log("no suspension");
            return null;
        }));
        log("five ended");
        attempt("reschedule ended", one::disable);
        attempt("reschedule expired", three::disable);
        attempt("reschedule unused", Timeout.after(Duration.ofSeconds(1))::disable);
        await(attemptAwaiting("enter again", one.enter(timeout -> {
            log("entered");
            return null;
        })));
        await(Timeout.after(Duration.ofMillis(10), timeout -> expiring(timeout)));
        return null;
    }

    @Suspendable
    private Coroutine<Void> rescheduled(Timeout timeout) {
        timeout.rescheduleAt(EventLoop.current().time() + Duration.ofSeconds(5).toNanos());
        await(EventLoop.sleep(Duration.ofMillis(60)));
        log("in time");
        return null;
    }

    @Suspendable
    private Coroutine<Void> disabled(Timeout timeout) {
        timeout.disable();
        await(EventLoop.sleep(Duration.ofMillis(60)));
        log("disabled", timeout.deadline().isPresent() ? timeout.deadline() : null);
        return null;
    }

    @Suspendable
    private Coroutine<Void> limitedLater(Timeout timeout) {
        timeout.reschedule(Duration.ofMillis(20));
        await(forEver());
        return null;
    }

    @Suspendable
    private Coroutine<Void> notReached() {
        await(turn());
        log("not reached");
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022") // the body refuses to end
    private Coroutine<Void> expiring(Timeout timeout) {
        try {
            await(forEver());
        } catch (Cancellation e) {
            attempt("reschedule expiring", timeout::disable);
        }
        return null;
    }
}
