package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;

class Careless {
    @Suspendable
    static Coroutine<Void> save() {
        return null;
    }

    @Suspendable
    static Coroutine<Void> drops() {
        save(); // FERMATA-020 drops()
        return null;
    }

    @Suspendable
    static Coroutine<Void> blocks() throws InterruptedException {
        Thread.sleep(1); // FERMATA-021 blocks()
        return null;
    }

    @Suspendable
    @SuppressDiagnostics("FERMATA-022")
    static Coroutine<Void> tolerant() {
        try {
            await(save());
        } catch (Throwable all) {
            System.out.println(all);
        }
        return null;
    }
}
