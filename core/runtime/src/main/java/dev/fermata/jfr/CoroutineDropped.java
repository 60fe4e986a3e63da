package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** Something that should have been run to its end was not. */
@Name("dev.fermata.CoroutineDropped")
@Label("Coroutine Dropped")
@Description("A task, an asynchronous generator or a coroutine has been given up before its end")
public final class CoroutineDropped extends LoopEvent {
    @Label("Reason")
    @Description("What has become of it")
    public String reason;

    /**
     * Tells of a coroutine that nobody has awaited. Any thread may call it.
     *
     * @param coroutine what it would have run
     * @param made where it was made
     */
    public static void neverAwaited(String coroutine, String made) {
        CoroutineDropped dropped = new CoroutineDropped();
        if (dropped.isEnabled()) {
            dropped.coroutine = coroutine;
            dropped.reason = "it was never awaited; it was made at" + made;
            dropped.commit();
        }
    }
}
