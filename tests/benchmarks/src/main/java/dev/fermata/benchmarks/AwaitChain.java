package dev.fermata.benchmarks;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.frame.CoroutineFrame;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A chain of callers that await each other; time per call of the outermost, or per turn to the driver and back. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AwaitChain {
    @Param({"1", "10", "100"})
    int depth;

    private CoroutineFrame suspended;

    /** Suspends below {@code depth} callers. */
    @Setup
    public void suspend() {
        suspended = (CoroutineFrame) (Coroutine<?>) endless(depth);
        suspended.resume(null);
    }

    @Suspendable
    private static Coroutine<Integer> link(int depth) {
        if (depth == 0) {
            return Coroutine.of(1);
        }
        return Coroutine.of(await(link(depth - 1)) + 1);
    }

    @Suspendable
    private static Coroutine<Integer> endless(int depth) {
        if (depth > 0) {
            return Coroutine.of(await(endless(depth - 1)));
        }
        while (true) {
            Coroutine.suspend(null);
        }
    }

    /** Hand-written: the calls alone. */
    private static int call(int depth) {
        return depth == 0 ? 1 : call(depth - 1) + 1;
    }

    /** Nothing suspends. */
    @Benchmark
    public Object fermata() {
        return ((CoroutineFrame) (Coroutine<?>) link(depth)).resume(null);
    }

    /** The same as plain calls. */
    @Benchmark
    public int handWritten() {
        return call(depth);
    }

    /** The same as Kotlin's suspend functions. */
    @Benchmark
    public int kotlin() {
        return Kotlin.await(depth);
    }

    /** One suspension below the chain: to the driver and back. */
    @Benchmark
    public Object fermataSwitch() {
        return suspended.resume(null);
    }
}
