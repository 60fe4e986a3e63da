package dev.fermata.benchmarks;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.benchmarks.peers.EchoCallbacks;
import dev.fermata.benchmarks.peers.KotlinAwaitChains;
import dev.fermata.benchmarks.peers.SwitchingCallback;
import dev.fermata.benchmarks.peers.VirtualThreads;
import dev.fermata.benchmarks.peers.eaasync.EaAsyncChains;
import dev.fermata.benchmarks.peers.javaflow.JavaflowSwitches;
import dev.fermata.benchmarks.peers.kilim.KilimSwitches;
import java.util.function.LongConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A coroutine that suspends and is resumed, below suspended callers: the cost of once there and back. */
@State(Scope.Thread)
@OperationsPerInvocation(LoopSwitch.SWITCHES)
public class LoopSwitch {
    static final int SWITCHES = 10_000;

    /** How many coroutines are suspended, with the one that switches. */
    @Param({"1", "100"})
    public int depth;

    /** A field, so that the compiler does not know how many there will be. */
    private int switches = SWITCHES;

    private long sum;

    /** A callback that leaves itself with the loop. */
    @Benchmark
    public long handWritten() {
        EchoCallbacks loop = new EchoCallbacks();
        call(loop, depth, switches, result -> sum = result);
        loop.run();
        return sum;
    }

    /** A woven method. */
    @Benchmark
    public long fermata() {
        return (Long) EchoDriver.run(switching(depth, switches));
    }

    /** A suspending function. */
    @Benchmark
    public long kotlin() {
        return KotlinAwaitChains.sumOfSwitches(switches, depth);
    }

    /** A pausable method. */
    @Benchmark
    public long kilim() {
        return KilimSwitches.sumOfSwitches(switches, depth);
    }

    /** A continuable method. */
    @Benchmark
    public long javaflow() {
        return JavaflowSwitches.sumOfSwitches(switches, depth);
    }

    /** A method that ea-async has woven. */
    @Benchmark
    public long eaAsync() {
        return EaAsyncChains.sumOfSwitches(switches, depth);
    }

    /** A virtual thread that yields. */
    @Benchmark
    public long virtualThreads() {
        return VirtualThreads.sumOfTurns(switches, depth);
    }

    private static void call(EchoCallbacks loop, int depth, int switches, LongConsumer callback) {
        if (depth > 1) {
            call(loop, depth - 1, switches, result -> callback.accept(result + 1));
        } else {
            new SwitchingCallback(loop, switches, callback).goOn();
        }
    }

    @Suspendable
    private static Coroutine<Long> switching(int depth, int switches) {
        if (depth > 1) {
            return Coroutine.of(Coroutine.<Long>await(switching(depth - 1, switches)) + 1);
        }
        long sum = 0;
        for (int i = 0; i < switches; i++) {
            sum += Coroutine.<Integer>suspend(i);
        }
        return Coroutine.of(sum);
    }
}
