package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.Supplier;

/** Runs what is suspendable as its users do. */
public final class Drive {
    private Drive() {}

    public static void run(Supplier<Coroutine<?>> coroutine) {
        EventLoop.run(coroutine.get());
    }

    public static void all(Supplier<? extends Iterable<?>> generator) {
        generator.get().forEach(value -> {});
    }

    public static void take(int count, Supplier<? extends Generator<?, ?, ?>> generator) {
        Generator<?, ?, ?> taken = generator.get();
        Iterator<?> values = taken.iterator();
        for (int i = 0; i < count; i++) {
            values.next();
        }
        taken.close();
    }

    public static void neverStart(Supplier<? extends Object> maker) {
        maker.get();
    }

    @Suspendable
    public static <T> Coroutine<T> now(T value) {
        return Coroutine.of(value);
    }

    @Suspendable
    public static <T> Coroutine<T> later(T value) {
        Coroutine.await(EventLoop.sleep(Duration.ZERO));
        return Coroutine.of(value);
    }

    @Suspendable
    public static <T> Coroutine<T> failingNow() {
        throw new IllegalStateException("now");
    }

    @Suspendable
    public static <T> Coroutine<T> failingLater() {
        Coroutine.await(EventLoop.sleep(Duration.ZERO));
        throw new IllegalStateException("later");
    }
}
