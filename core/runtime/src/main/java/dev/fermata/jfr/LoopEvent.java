package dev.fermata.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** What all events say: of which loop, in which task, and with which stack of methods that await each other. */
@Category("Fermata")
@StackTrace(false) // the thread's own shows the machinery, and not who waits
public abstract class LoopEvent extends Event {
    @Label("Loop")
    @Description("Number of the loop in this JVM, as ps shows it; 0 if the event belongs to none")
    public int loop;

    @Label("Task")
    @Description("Name of the task; null if the event belongs to none")
    public String task;

    @Label("Task Number")
    @Description("Number of the task in its loop, from 1; 0 if the event belongs to none")
    public int number;

    @Label("Coroutine")
    @Description("Class and method of what the task runs, or what else the event is about")
    public String coroutine;

    @Label("Await Stack")
    @Description("The suspended methods, innermost first, each with the line where it stands")
    public String awaitStack;

    /** For subclasses. */
    protected LoopEvent() {}
}
