package dev.fermata.jfr;

import jdk.jfr.Description;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.Period;
import jdk.jfr.Timespan;

/** A task or a callback keeps its loop from everything else; told while it does. */
@Name("dev.fermata.LoopBlocked")
@Label("Loop Blocked")
@Description("A step or callback has run for more than a whole period of this event, and still does")
@Period("1 s")
public final class LoopBlocked extends LoopEvent {
    @Label("Blocked For")
    @Description("How long it has been seen to run; it began up to a period earlier")
    @Timespan(Timespan.NANOSECONDS)
    public long blockedFor;

    @Label("Thread Stack")
    @Description("What the thread of the loop does at the moment, innermost first, without the loop itself")
    public String threadStack;

    @Label("Thread")
    @Description("Name of the thread that runs the loop")
    public String thread;
}
