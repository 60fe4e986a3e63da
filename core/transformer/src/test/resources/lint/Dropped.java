import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

interface Dropped {
    Coroutine<Integer> declared();

    @Suspendable
    static Generator<Integer, Integer, Void> numbers() {
        Generator.yield(1);
        return null;
    }

    @Suspendable
    default Coroutine<Integer> inACoroutine() {
        declared(); // FERMATA-020
        EventLoop.sleep(Duration.ZERO); // FERMATA-020
        Coroutine.await(declared());
        return declared();
    }

    @Suspendable
    default CompletableFuture<Integer> started() {
        declared(); // FERMATA-020
        return CompletableFuture.completedFuture(Coroutine.await(declared()));
    }

    /** A future has started; to drop it is common. */
    static void futures(Dropped other) {
        other.started();
        other.started().thenAccept(value -> other.started());
    }

    static void inAPlainMethod(Dropped other) {
        other.declared(); // FERMATA-020
        numbers(); // FERMATA-020
        Runnable lambda = () -> numbers(); // FERMATA-020
        lambda.run();
    }

    static void stored(Dropped other, boolean use) {
        Coroutine<Integer> never = other.declared(); // FERMATA-020
        Coroutine<Integer> sometimes = other.declared();
        if (use) {
            sometimes.close();
        }
        Coroutine<Integer> overwritten = other.declared(); // FERMATA-020
        overwritten = other.declared();
        Supplier<Object> captured = capture(overwritten);
        captured.get();
        try (Coroutine<Integer> closed = other.declared()) {
            System.out.println("closed at the end of the block");
        }
    }

    @Suspendable
    static Coroutine<Integer> resultThatFinallyDiscards() {
        while (true) {
            try {
                return Coroutine.of(Coroutine.await(Coroutine.of(1)));
            } finally {
                break;
            }
        }
        return Coroutine.of(2);
    }

    static Supplier<Object> capture(Coroutine<Integer> coroutine) {
        return () -> coroutine;
    }
}
