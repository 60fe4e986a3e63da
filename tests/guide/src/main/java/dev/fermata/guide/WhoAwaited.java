package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;

/** A failure that goes through three suspended methods and from task to task. */
final class WhoAwaited {
    private WhoAwaited() {}

    // region program
    @Suspendable
    static Coroutine<String> find(int id) {
        await(EventLoop.sleep(Duration.ofMillis(10)));
        if (id < 0) {
            throw new IllegalArgumentException("no user " + id);
        }
        return Coroutine.of("user " + id);
    }

    @Suspendable
    static Coroutine<String> address(int id) {
        String user = await(find(id));
        return Coroutine.of("address of " + user);
    }

    @Suspendable
    static Coroutine<Void> ship(int id) {
        Task<String> lookup = EventLoop.current().spawn("lookup", address(id));
        System.out.println("to " + await(lookup));
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        await(ship(-1));
        return null;
    }
    // endregion

    public static void main(String[] arguments) {
        try {
            EventLoop.run(program());
        } catch (IllegalArgumentException e) {
            print(e);
        }
    }

    /** As printStackTrace does, but only down to this class. */
    private static void print(Throwable failure) {
        System.out.println(failure);
        for (StackTraceElement element : failure.getStackTrace()) {
            System.out.println("\tat " + element);
            if (element.getMethodName().equals("main")) {
                return;
            }
        }
    }
}
