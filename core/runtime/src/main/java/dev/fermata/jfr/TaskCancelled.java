package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A task has been asked to stop. */
@Name("dev.fermata.TaskCancelled")
@Label("Task Cancelled")
@Description("A task has been asked to stop; the await stack tells where it stands")
public final class TaskCancelled extends LoopEvent {
    @Label("Reason")
    @Description("Why, if a reason was given")
    public String reason;

    @Label("Cancelled By")
    @Description("Name of the task that has asked for it; null if none has")
    public String by;

    @Label("Cancelled At")
    @Description("The methods that have asked for it, innermost first")
    public String cancelledAt;
}
