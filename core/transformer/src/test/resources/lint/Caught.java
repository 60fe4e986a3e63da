import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.Suspendable;
import java.io.StringReader;

class Caught {
    @Suspendable
    static Coroutine<Void> goesOn(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (Throwable t) { // FERMATA-022
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> rethrowsSome(Coroutine<Integer> inner, boolean some) throws Throwable {
        try {
            Coroutine.await(inner);
        } catch (Error e) { // FERMATA-022
            if (some) {
                throw e;
            }
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> passesOnlyTheExit(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (GeneratorExit exit) {
            throw exit;
        } catch (Throwable t) { // FERMATA-022
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> passesBoth(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (GeneratorExit | Cancellation exit) {
            throw exit;
        } catch (Throwable t) {
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> needNotThinkOfCancellation() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit exit) {
            throw exit;
        } catch (Throwable t) {
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> meansIt(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (Cancellation cancelled) {
            System.out.println(cancelled);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> forEver() {
        while (true) {
            try {
                Generator.yield(1);
            } catch (Throwable t) { // FERMATA-022
                System.out.println(t);
            }
        }
    }

    @Suspendable
    static Iterable<Integer> yieldsAgain() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit exit) { // FERMATA-022
            Generator.yield(2);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> outerTakesWhatInnerPassesOn() {
        try {
            try {
                Generator.yield(1);
            } finally {
                System.out.println("inner");
            }
        } catch (Throwable t) { // FERMATA-022
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> endsOnExit() {
        try {
            Generator.yield(1);
        } catch (GeneratorExit exit) {
            return null;
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> harmless(Coroutine<Integer> inner, Object lock) throws Exception {
        try {
            Coroutine.await(inner);
        } catch (Throwable t) {
            System.out.println(t);
            throw t;
        }
        try {
            Coroutine.await(inner);
        } catch (Exception e) {
            System.out.println(e);
        }
        try {
            Coroutine.await(inner);
        } catch (GeneratorExit | Cancellation exit) {
            throw exit;
        } catch (Throwable t) {
            System.out.println(t);
        }
        try (StringReader resource = new StringReader("")) {
            Coroutine.await(inner);
        } finally {
            System.out.println("finally");
        }
        try {
            synchronized (lock) {
                System.out.println("no suspension point in here");
            }
        } catch (Throwable t) {
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> asks(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (Throwable t) {
            if (t instanceof Error error) {
                throw error;
            }
            System.out.println(t);
        }
        try {
            Coroutine.await(inner);
        } catch (Throwable t) {
            if (!(t instanceof Exception)) {
                throw t;
            }
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> wraps(Coroutine<Integer> inner) {
        try {
            Coroutine.await(inner);
        } catch (Throwable t) {
            throw new IllegalStateException(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> loopOverAsyncGenerator(AsyncGenerator<Integer> source) {
        try {
            for (Integer i : source) {
                System.out.println(i);
            }
        } catch (Throwable t) { // FERMATA-022
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> closesAsynchronously(AsyncCloseable resource) {
        try {
            resource.close();
        } catch (Throwable t) { // FERMATA-022
            System.out.println(t);
        }
        return null;
    }

    @Suspendable
    static Coroutine<Void> loopOverIterable(Coroutine<Integer> inner, Iterable<Integer> source) {
        Coroutine.await(inner);
        try {
            for (Integer i : source) {
                System.out.println(i);
            }
        } catch (Throwable t) {
            System.out.println(t);
        }
        return null;
    }
}
