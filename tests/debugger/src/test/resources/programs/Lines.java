package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Each line that has code ends in how often it runs; the compilers differ in how they divide loops. */
public class Lines {
    int factor = 10;

    public static void main(String[] args) {
        EventLoop.run(all()); // 1
        System.out.println("done"); // 1
    } // 1

    @Suspendable
    static Coroutine<Void> all() {
        int sum = await(new Lines().straight(2)); // 1
        sum += await(loops(3)); // 1
        sum += await(resumedWithinTry(1)); // 1
        sum += await(lambda(4)); // 1
        sum += await(future(5)); // 1
        sum += await(asynchronous()); // 1
        for (int each : numbers(3)) { // 1 // ecj: 5
            sum += each; // 3
        }
        await(nothingSuspends()); // 1
        System.out.println(sum); // 1
        return null; // 1
    }

    @Suspendable
    Coroutine<Integer> straight(int x) {
        await(pause()); // 1
        int y = x * factor; // 1
        await(pause()); // 1
        int z = await(pause()) == null ? 1 : 2; // 1
        return Coroutine.of(y + z); // 1
    }

    @Suspendable
    static Coroutine<Integer> loops(int n) {
        int sum = 0; // 1
        for (int i = 0; i < n; i++) { // 4
            await(pause()); // 3
            sum += i; // 3
        }
        while (n > 0) { // 4 // ecj: 5
            n--; // 3
            if (n == 1) { // 3
                await(pause()); // 1
            }
        }
        do {
            await(pause()); // 2
        } while (++n < 2); // 2
        return Coroutine.of(sum); // 1
    }

    @Suspendable
    static Coroutine<Integer> resumedWithinTry(int x) {
        try {
            await(failing()); // 1
        } catch (IllegalStateException e) { // 1 // ecj: 0
            await(pause()); // 1
            x++; // 1
        }
        return Coroutine.of(x); // 1
    }

    @Suspendable
    static Coroutine<Void> failing() {
        await(pause()); // 1
        throw new IllegalStateException("on purpose"); // 1
    }

    static Coroutine<Integer> lambda(int x) {
        Supplier<Coroutine<Integer>> doubled = () -> { // 1
            await(pause()); // 1
            return Coroutine.of(x * 2); // 1
        };
        return doubled.get(); // 1
    }

    @Suspendable
    static CompletableFuture<Integer> future(int x) {
        await(pause()); // 1
        return CompletableFuture.completedFuture(x); // 1
    }

    @Suspendable
    static Iterable<Integer> numbers(int n) {
        int i = 0; // 1
        while (i < n) { // 4 // ecj: 5
            Generator.yield(i); // 3
            i++; // 3
        }
        return null; // 1
    }

    @Suspendable
    static Coroutine<Integer> asynchronous() {
        int sum = 0; // 1
        AsyncGenerator<Integer> letters = letters(); // 1
        for (int each : letters) { // 1 // ecj: 4
            sum += each; // 2
        }
        return Coroutine.of(sum); // 1
    }

    @Suspendable
    static AsyncGenerator<Integer> letters() {
        AsyncGenerator.yield(1); // 1
        await(pause()); // 1
        AsyncGenerator.yield(2); // 1
        return null; // 1
    }

    @Suspendable
    static Coroutine<Void> nothingSuspends() {
        await(Coroutine.of(1)); // 1
        return null; // 1
    }

    static Coroutine<Void> pause() {
        return EventLoop.sleep(Duration.ZERO);
    }
}
