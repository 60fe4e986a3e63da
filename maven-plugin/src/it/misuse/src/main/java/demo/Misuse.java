package demo;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.function.Function;

abstract class Misuse {
    static {
        Generator.yield(0); // FERMATA-008 <clinit>()
    }

    Misuse() {
        Generator.yield(1); // FERMATA-008 <init>()
    }

    void plain() {
        Coroutine.suspend(null); // FERMATA-009 plain()
    }

    @Suspendable
    String wrong() {
        return "wrong"; // FERMATA-004 wrong()
    }

    @Suspendable
    synchronized Coroutine<Void> locked(int[] a, String b) {
        return null; // FERMATA-005 locked(int[], String)
    }

    @Suspendable
    Coroutine<Void> block(Object lock) {
        synchronized (lock) {
            Coroutine.await(Coroutine.of(1)); // FERMATA-013 block(Object)
        }
        Coroutine.await(Coroutine.of(1));
        return null;
    }

    @Suspendable
    native Coroutine<Void> nat();

    @Suspendable
    abstract Coroutine<Void> abs();

    @Suspendable
    Coroutine<Void> yields() {
        Generator.yield(1); // FERMATA-011 yields()
        return null;
    }

    @Suspendable
    Iterable<Integer> awaits() {
        Coroutine.await(Coroutine.of(1)); // FERMATA-011 awaits()
        return null;
    }

    Function<Object, Object> reference() {
        return Generator::yield; // FERMATA-012 reference()
    }

    Runnable lambda() {
        return () -> Generator.yield(2); // FERMATA-010 lambda$lambda$
    }
}
