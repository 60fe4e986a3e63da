package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** Synchronized blocks that hold no monitor at any marker. */
final class Monitors {
    private Monitors() {}

    @Suspendable
    @Hazard("C11")
    static Coroutine<Object> betweenAwaits(Trial t) {
        Object lock = await(t.at("lock", new Object()));
        int n = 0;
        synchronized (lock) {
            n++;
        }
        n += await(t.at("x", 1)); // assertSpillsOnStack(int)
        for (int i = 0; i < 2; i++) {
            synchronized (t.see("lock", lock)) {
                n += 10;
                if (n > 15) {
                    break;
                }
            }
            await(t.at("y", null)); // assertSpills(t, lock, n, i)
        }
        return Coroutine.of(n + "" + Thread.holdsLock(lock));
    }

    @Suspendable
    @Hazard({"C5", "C11"})
    static Coroutine<Object> leftByException(Trial t) {
        Object lock = new Object();
        try {
            synchronized (lock) {
                t.log("held", Thread.holdsLock(lock));
                throw new IllegalStateException("unlocked");
            }
        } catch (IllegalStateException e) {
            await(t.at("x", null)); // assertSpills(t, lock)
        } finally {
            t.log("finally", await(t.at("y", Thread.holdsLock(lock)))); // assertSuspends(2)
        }
        return Coroutine.of(Thread.holdsLock(lock));
    }

    @Suspendable
    static Coroutine<Object> leftByReturn(Trial t) {
        Object lock = await(t.at("lock", new Object()));
        try {
            synchronized (lock) {
                synchronized (t) {
                    return Coroutine.of(t.see("held", Thread.holdsLock(t))); // assertEnds(1) assertSpillsNothing()
                }
            }
        } finally {
            t.log("held", Thread.holdsLock(lock), Thread.holdsLock(t), await(t.at("x", null))); // assertSuspends(2)
        }
    }

    @Suspendable
    static Generator<Object, Object, Object> betweenYields(Trial t) {
        Object lock = new Object();
        int[] total = {0};
        for (int i = 0; i < 3; i++) {
            synchronized (lock) {
                total[0] += i;
            }
            Generator.yield(total[0]); // assertSpills(lock, total, i)
        }
        return Generator.returning(Thread.holdsLock(lock));
    }
}
