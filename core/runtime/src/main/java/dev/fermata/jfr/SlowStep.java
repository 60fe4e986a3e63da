package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Threshold;

/** A task or a callback has kept its loop from everything else for long. */
@Name("dev.fermata.SlowStep")
@Label("Slow Step")
@Description("A step of a task, or a callback, has taken longer than the threshold; all else on the loop has waited")
@Threshold("100 ms")
public final class SlowStep extends LoopEvent {
    @Label("Resumed At")
    @Description("Where the step began: the innermost method of the task; null for a callback")
    public String resumedAt;

    @Label("Waits For")
    @Description("What the task waits for after the step; null if it has ended, or for a callback")
    public String waitsFor;
}
