package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A task has been asked to stop. */
@Name("dev.fermata.TaskCancelled")
@Label("Task Cancelled")
@Description("A task has been asked to stop; the stack trace tells by whom, the await stack where it stands")
@StackTrace
public final class TaskCancelled extends LoopEvent {
    @Label("Reason")
    @Description("Why, if a reason was given")
    public String reason;

    @Label("Cancelled By")
    @Description("Name of the task that has asked for it; null if none has")
    public String by;
}
