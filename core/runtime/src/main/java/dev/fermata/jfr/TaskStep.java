package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A task has run, from where it was resumed to where it suspended again. */
@Name("dev.fermata.TaskStep")
@Label("Task Step")
@Description("A task has run until it suspended again or ended")
@Enabled(false)
@Threshold("0 ns")
public final class TaskStep extends LoopEvent {
    @Label("Waits For")
    @Description("What the task waits for after the step; null if it has ended")
    public String waitsFor;
}
