package dev.fermata.io.process;

import static dev.fermata.Coroutine.await;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Termination;
import java.time.Duration;

/** A program that is asked to end. What it does about that is its argument. */
final class TerminationProgram {
    private static final Duration FOR_EVER = Duration.ofDays(1);
    private static final Duration MOMENT = Duration.ofMillis(100);

    private TerminationProgram() {}

    public static void main(String[] arguments) {
        Duration grace = arguments[0].equals("refuse") ? MOMENT : Duration.ofMinutes(1);
        String result = Termination.run(body(arguments[0]), grace);
        System.out.println("main goes on with " + result);
    }

    @Suspendable
    private static Coroutine<String> body(String what) {
        EventLoop.current().spawn(other());
        await(EventLoop.sleep(Duration.ZERO));
        switch (what) {
            case "end":
                return Coroutine.of("its result");
            case "exit":
                System.exit(3);
                break;
            case "exit elsewhere":
                new Thread(() -> System.exit(5)).start();
                break;
            default:
        }
        try {
            System.out.println("ready");
            await(EventLoop.sleep(FOR_EVER));
        } catch (Cancellation cancellation) {
            System.out.println("cancelled: " + cancellation.reason());
            switch (what) {
                case "fail":
                    throw new IllegalStateException("failure");
                case "exit late":
                    System.exit(4);
                    break;
                case "refuse":
                    await(EventLoop.sleep(FOR_EVER));
                    break;
                default:
            }
            throw cancellation;
        } finally {
            await(EventLoop.sleep(MOMENT));
            System.out.println("finally, after a wait");
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Void> other() {
        try {
            await(EventLoop.sleep(FOR_EVER));
        } finally {
            await(EventLoop.sleep(MOMENT));
            System.out.println("the other task's finally");
        }
        return null;
    }
}
