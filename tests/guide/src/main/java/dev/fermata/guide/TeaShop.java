package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.Iterator;

// region shop
/** A shop far away: it takes a while to answer, and is closed when it has no more prices. */
record TeaShop(String name, Duration latency, Iterator<Integer> prices) {
    static TeaShop open(String name, int latencyMillis, int firstPrice) {
        return new TeaShop(
                name,
                Duration.ofMillis(latencyMillis),
                PriceGenerator.prices(firstPrice).iterator());
    }

    @Suspendable
    Coroutine<Integer> ask() {
        await(EventLoop.sleep(latency));
        if (!prices.hasNext()) {
            throw new IllegalStateException(name + " is closed");
        }
        return Coroutine.of(prices.next());
    }
}
// endregion
