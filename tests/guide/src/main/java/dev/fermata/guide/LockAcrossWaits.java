package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Permit;
import dev.fermata.tasks.Tasks;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Nobody comes between reading and writing. */
final class LockAcrossWaits {
    private LockAcrossWaits() {}

    // region program
    static int stock = 1;

    @Suspendable
    @SuppressWarnings("try") // the permit is only held
    static Coroutine<Void> buy(Lock lock, String who) {
        try (Permit held = await(lock.acquire())) {
            int seen = stock;
            await(EventLoop.sleep(Duration.ofMillis(10))); // the others wait for the lock
            if (seen > 0) {
                stock = seen - 1;
                System.out.println(who + " has it");
            } else {
                System.out.println(who + " is too late");
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        Lock lock = new Lock();
        stock = 1;
        await(Tasks.gather(buy(lock, "ann"), buy(lock, "bob")));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
