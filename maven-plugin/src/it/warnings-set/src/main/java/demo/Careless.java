package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;

final class Careless {
    private Careless() {}

    @Suspendable
    static Coroutine<String> read() throws InterruptedException {
        Thread.sleep(1); // FERMATA-021 read()
        return Coroutine.of("text");
    }

    @Suspendable
    static Coroutine<Void> run() throws InterruptedException {
        read(); // FERMATA-020 run()
        try {
            await(read());
        } catch (Throwable t) { // FERMATA-022 run()
            System.out.println(t);
        }
        return null;
    }
}
