package dev.fermata.loop;

import dev.fermata.frame.AsyncTemplate;
import java.util.concurrent.Flow;

/** What stands behind the suspendable methods that return a {@code Flow.Publisher}. */
public final class Publishers {
    private Publishers() {}

    /**
     * Makes a publisher of an asynchronous generator. Called by woven code.
     *
     * <p>Each subscriber gets a run of its own, which starts when it first requests something and goes on from one {@code
     * yield} to the next as long as there is demand. If an event loop runs on the thread that subscribes, the run is a task
     * of it and signals come on its thread; otherwise the body runs in place, on the thread that requests or that completes
     * the stage awaited, and may await nothing that belongs to a loop. Signals are serial either way.
     *
     * <p>Cancelling closes the body: its {@code finally} blocks run, and what it awaits is cancelled. A null that is yielded
     * is an error, as reactive streams have none.
     *
     * @param template makes the runs
     * @return the publisher; what it publishes is what the body yields
     */
    public static Flow.Publisher<Object> of(AsyncTemplate template) {
        return new GeneratorPublisher(template);
    }
}
