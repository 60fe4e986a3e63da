package demo;

import java.util.function.Supplier;
import twin.Coroutine;
import twin.Generator;

/** To call is to run. */
public final class Drive {
    private Drive() {}

    /** Lets a coroutine run to its end. */
    public static void run(Supplier<Coroutine<?>> coroutine) {
        coroutine.get();
    }

    /** Takes all there is. */
    public static void all(Supplier<? extends Object> generator) {
        take(-1, generator);
    }

    /** Takes some and closes the generator. */
    public static void take(int count, Supplier<? extends Object> generator) {
        Generator.left[0] = count;
        try {
            generator.get();
        } catch (Generator.Closed e) {
            // as it should be
        } finally {
            Generator.left[0] = -1;
        }
    }

    /** Makes a coroutine or generator and never starts it. */
    public static void neverStart(Supplier<? extends Object> maker) {}

    /** Has its value at once. */
    public static <T> Coroutine<T> now(T value) {
        return Coroutine.of(value);
    }

    /** Has its value after a suspension. */
    public static <T> Coroutine<T> later(T value) {
        return Coroutine.of(value);
    }

    /** Fails at once. */
    public static <T> Coroutine<T> failingNow() {
        throw new IllegalStateException("now");
    }

    /** Fails after a suspension. */
    public static <T> Coroutine<T> failingLater() {
        throw new IllegalStateException("later");
    }
}
