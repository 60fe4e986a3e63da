package dev.fermata.tests.inspection.programs;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** A loop whose thread waits for something that does not come. */
public final class Blocked {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    private Blocked() {}

    public static void main(String[] args) {
        EventLoop.run(program());
    }

    @Suspendable
    static Coroutine<Void> program() {
        EventLoop.current().spawn("sleeper", sleeper());
        await(EventLoop.sleep(Duration.ofMillis(1)));
        System.out.println("ready");
        hang();
        return null;
    }

    private static void hang() {
        try {
            NEVER.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Suspendable
    static Coroutine<Void> sleeper() {
        await(EventLoop.sleep(Duration.ofHours(1)));
        return null;
    }
}
