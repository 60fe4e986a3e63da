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
}
