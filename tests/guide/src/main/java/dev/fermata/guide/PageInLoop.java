package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tasks.ExceptionGroup;
import dev.fermata.tasks.TaskGroup;
import dev.fermata.tasks.Timeout;
import java.time.Duration;

/** Two things at once within a second; the failure of one stops the other. */
final class PageInLoop {
    private PageInLoop() {}

    // region page
    @Suspendable
    static Coroutine<String> user(int id) {
        try {
            await(EventLoop.sleep(Duration.ofMillis(200)));
        } catch (Cancellation stopped) {
            System.out.println("user is not needed");
            throw stopped;
        }
        return Coroutine.of("user " + id);
    }

    @Suspendable
    static Coroutine<String> orders(int id) {
        await(EventLoop.sleep(Duration.ofMillis(10)));
        if (id < 0) {
            throw new IllegalArgumentException("no orders of " + id);
        }
        return Coroutine.of("two orders");
    }

    static Coroutine<String> page(int id) {
        return Timeout.after(
                Duration.ofSeconds(1),
                limit -> TaskGroup.run(group -> {
                    Task<String> user = group.fork(user(id));
                    Task<String> orders = group.fork(orders(id));
                    return Coroutine.of(await(user) + " with " + await(orders));
                }));
    }

    @Suspendable
    static Coroutine<Void> main() {
        System.out.println(await(page(7)));
        try {
            await(page(-1));
        } catch (ExceptionGroup failures) {
            System.out.println(failures.getCause().getMessage());
        }
        return null;
    }

    public static void main(String[] arguments) {
        EventLoop.run(main());
    }
    // endregion
}
