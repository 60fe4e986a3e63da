package dev.fermata.tests.loop.recording;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Promise;
import dev.fermata.loop.Task;
import java.time.Duration;

/** A program that is recorded; the tests know its lines. */
final class Kitchen {
    private Kitchen() {}

    @Suspendable
    static Coroutine<String> boil() {
        await(EventLoop.sleep(Duration.ofMillis(5)));
        return Coroutine.of("boiled");
    }

    @Suspendable
    static Coroutine<String> cook() {
        return Coroutine.of(await(boil()) + " eggs");
    }

    @Suspendable
    static Coroutine<String> serve() {
        Task<String> eggs = EventLoop.current().spawn("eggs", cook());
        return Coroutine.of(await(eggs));
    }

    /** Keeps the loop busy. */
    @Suspendable
    static Coroutine<Void> chop(Runnable work) {
        work.run();
        await(EventLoop.sleep(Duration.ZERO));
        return Coroutine.of(null);
    }

    /** Gives way until it is told not to, as long as it is the only one. */
    @Suspendable
    static Coroutine<Void> stir(boolean[] isEnough) {
        while (!isEnough[0]) {
            await(EventLoop.sleep(Duration.ZERO));
        }
        return Coroutine.of(null);
    }

    @Suspendable
    static Coroutine<Void> burn() {
        await(boil());
        throw new IllegalStateException("burnt");
    }

    @Suspendable
    static Coroutine<Void> waitForGuests(Promise<Void> guests) {
        await(guests);
        return Coroutine.of(null);
    }

    @Suspendable
    static AsyncGenerator<Integer> plates(boolean[] isClosed) {
        try {
            for (int plate = 1; ; plate++) {
                AsyncGenerator.yield(plate);
            }
        } finally {
            isClosed[0] = true;
        }
    }

    /** Takes one plate, and leaves the rest. */
    @Suspendable
    static Coroutine<Integer> takeOne(boolean[] isClosed) {
        return Coroutine.of(await(plates(isClosed).next()));
    }

    /** What a JVM of its own does. */
    public static void main(String[] arguments) {
        System.out.println(EventLoop.run(serve()));
    }
}
