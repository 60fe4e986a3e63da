package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Enabled;
import jdk.jfr.Label;
import jdk.jfr.Name;

/** A coroutine has been made a task. */
@Name("dev.fermata.TaskStart")
@Label("Task Start")
@Description("A coroutine has been spawned as a task")
@Enabled(false)
public final class TaskStart extends LoopEvent {
    @Label("Spawned By")
    @Description("Name of the task that has spawned it; null if none has")
    public String by;

    @Label("Spawned At")
    @Description("The methods that have spawned it, innermost first")
    public String spawnedAt;
}
