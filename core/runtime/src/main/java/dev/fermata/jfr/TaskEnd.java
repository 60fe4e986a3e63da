package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A task has ended. */
@Name("dev.fermata.TaskEnd")
@Label("Task End")
@Description("A task has ended; the duration is its life, if its start was seen")
@Enabled(false)
public final class TaskEnd extends LoopEvent {
    @Label("Outcome")
    @Description("value, cancelled, or failed with the class and message of the exception")
    public String outcome;
}
