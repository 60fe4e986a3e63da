package dev.fermata.benchmarks;

import dev.fermata.loop.EventLoop;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A workload that runs on an event loop, which is kept, because opening its selector would weigh in. */
@State(Scope.Thread)
public abstract class OnALoop {
    /** The loop. */
    protected EventLoop loop;

    /** For subclasses. */
    protected OnALoop() {}

    /** Opens the loop. */
    @Setup
    public final void open() {
        loop = new EventLoop();
    }

    /** Closes the loop. */
    @TearDown
    public final void close() {
        loop.close();
    }
}
