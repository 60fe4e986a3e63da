package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

public final class Kitchen {
    private Kitchen() {}

    @Suspendable
    public static Coroutine<String> serve(String guest, boolean hungry) {
        await(EventLoop.sleep(Duration.ZERO)); // fully
        String order = hungry ? await(cook(guest)) : "tea"; // partly
        if (order.isEmpty()) { // partly
            order = await(cook("nobody")); // none
        }
        return Coroutine.of(order); // fully
    }

    @Suspendable
    private static Coroutine<String> cook(String guest) {
        await(EventLoop.sleep(Duration.ZERO)); // fully
        return Coroutine.of("soup for " + guest); // fully
    }

    @Suspendable
    public static Coroutine<Void> close() {
        await(EventLoop.sleep(Duration.ZERO)); // none
        return null; // none
    }
}
