package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Event;
import dev.fermata.tasks.Tasks;
import dev.fermata.tasks.Until;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** First no more orders, then the kitchen. */
final class ShutDownInOrder {
    private ShutDownInOrder() {}

    // region program
    @Suspendable
    static Coroutine<Void> service(String name) {
        try {
            await(new Event().await()); // for ever
        } finally {
            await(EventLoop.sleep(Duration.ofMillis(10)));
            System.out.println(name + " down");
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        List<Task<Void>> services = new ArrayList<>();
        for (String name : List.of("acceptor", "workers", "database")) {
            services.add(EventLoop.current().spawn(name, service(name)));
        }
        await(EventLoop.sleep(Duration.ofSeconds(1)));
        for (Task<Void> service : services) {
            service.cancel();
            await(Tasks.wait(List.of(service), Until.ALL_DONE, Duration.ofSeconds(5)));
        }
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
