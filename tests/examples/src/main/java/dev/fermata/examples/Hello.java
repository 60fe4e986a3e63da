package dev.fermata.examples;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;

/** Waits a second without holding a thread. */
class Hello {
    @Suspendable
    static Coroutine<String> greeting(String name) {
        await(EventLoop.sleep(Duration.ofSeconds(1)));
        return Coroutine.of("hello " + name);
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(greeting("world")));
    }
}
