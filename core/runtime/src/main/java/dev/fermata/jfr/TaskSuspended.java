package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A task has waited, from where it suspended until it went on. */
@Name("dev.fermata.TaskSuspended")
@Label("Task Suspended")
@Description("A task has been suspended, and is about to go on; the duration is what it has waited")
@Enabled(false)
@Threshold("0 ns")
public final class TaskSuspended extends LoopEvent {
    @Label("Waited For")
    @Description("What the task has waited for")
    public String waitedFor;
}
