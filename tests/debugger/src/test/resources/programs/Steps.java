package demo;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import java.time.Duration;

public class Steps {
    public static void main(String[] args) {
        EventLoop.run(args.length == 0 ? outer() : busy()); // runs the loop
        System.out.println("done"); // after the loop
        for (int each : numbers()) { // asks
            System.out.println(each); // a number
        }
    }

    @Suspendable
    static Coroutine<Void> outer() {
        int before = 1; // outer begins
        int got = await(middle(before)); // outer awaits
        System.out.println(before + got); // outer goes on
        return calm(); // outer ends
    }

    @Suspendable
    static Coroutine<Void> calm() {
        await(quick()); // awaits the quick one
        return null; // ends quickly
    }

    @Suspendable
    static Coroutine<Void> quick() {
        return null; // quick
    }

    @Suspendable
    static Coroutine<Integer> middle(int x) {
        int y = x + 1; // middle begins
        await(EventLoop.sleep(Duration.ofMillis(1))); // middle sleeps
        int z = y + 1; // middle goes on
        await(EventLoop.sleep(Duration.ofMillis(1))); // middle sleeps again
        return Coroutine.of(x + y + z); // middle ends
    }

    @Suspendable
    static Coroutine<Void> busy() {
        Task<Void> one = EventLoop.current().spawn(worker("one"));
        Task<Void> two = EventLoop.current().spawn(worker("two"));
        await(one);
        await(two);
        return null;
    }

    @Suspendable
    static Coroutine<Void> worker(String name) {
        for (int i = 0; i < 3; i++) {
            await(EventLoop.sleep(Duration.ZERO)); // worker sleeps
            System.out.println(name + i); // worker goes on
        }
        return null;
    }

    @Suspendable
    static Iterable<Integer> numbers() {
        int i = 1;
        Generator.yield(i); // yields first
        i++; // goes on
        Generator.yield(i); // yields second
        return null; // no more
    }
}
