package dev.fermata.loop;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.frame.AwaitStack;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.Frame;
import dev.fermata.internal.ContextMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jetbrains.annotations.Async;

/**
 * A coroutine that its loop drives (asyncio's {@code Task}). Awaiting a task joins it; its failure is thrown at every
 * {@code await} of it. Confined to the loop's thread.
 *
 * <p>Cancellation is a request: {@link #cancel} has a {@link Cancellation} thrown where the task waits, in its next turn. It
 * is never lost: while the task runs, or while a {@link #maskCancellation mask} is on, the request waits for the next
 * suspension point.
 *
 * @param <T> what the coroutine returns
 */
public final class Task<T> extends Deferred<T> {
    private static final byte PARKED = 0;

    /** How many steps a task that is alone takes in one turn: a loop looks only between turns whether it is to be recorded. */
    private static final int STEPS_ALONE = 1024;

    /** In the queue, with what it is to be resumed with. */
    private static final byte READY = 1;

    /** In the queue, with the source of what it is to be resumed with. */
    private static final byte READY_BY_SOURCE = 2;

    /** The neighbours among the loop's {@link LiveTasks}. */
    Task<?> previous;

    Task<?> next;

    private final CoroutineFrame frame;
    private final int number;

    /**
     * While parked, the {@link Waitable} it waits for, or null; while ready, what the coroutine is to be resumed with, or
     * the promise or task whose outcome that is.
     */
    private Object pending;

    private byte readiness = PARKED;

    /** The values of the context variables, as the last step has left them. */
    private ContextMap context;

    /** Null until somebody names the task, or asks for its cancellation. */
    private TaskDetails details;

    @Async.Schedule
    Task(EventLoop loop, CoroutineFrame frame, int number, String name, ContextMap context) {
        super(loop);
        this.frame = frame;
        this.number = number;
        this.context = context;
        if (name != null) {
            details().name = name;
        }
    }

    /**
     * The task that runs on this thread (asyncio's {@code current_task}).
     *
     * @return the task; null in a callback that belongs to none
     * @throws IllegalStateException if no loop runs on this thread
     */
    public static Task<?> current() {
        return EventLoop.current().runningTask();
    }

    /**
     * What the task is called in messages.
     *
     * @return its name, made up if it was given none
     */
    public String name() {
        return details == null || details.name == null ? "task-" + number : details.name;
    }

    /**
     * Calls the task something else.
     *
     * @param changed its name, not null
     */
    public void rename(String changed) {
        loop().checkThreadIfDebugging("Task.rename");
        details().name = Objects.requireNonNull(changed, "changed");
    }

    /**
     * What the task runs.
     *
     * @return the coroutine; to be looked at, not to be resumed
     */
    @SuppressWarnings("unchecked") // it was spawned as one of T
    public Coroutine<T> coroutine() {
        return (Coroutine<T>) (Coroutine<?>) frame;
    }

    /**
     * What the task waits for, for messages: a promise or task, a stage of {@code java.util.concurrent}, or the timer of its
     * sleep.
     *
     * @return that; null if the task runs, has its turn coming or has ended
     */
    public Object awaited() {
        if (readiness != PARKED) {
            return null;
        }
        return pending instanceof StageWait wait ? wait.stage() : pending;
    }

    /** The first few of {@link #awaitStack}. */
    List<StackTraceElement> innermost(int most) {
        return AwaitStack.innermost(frame, most);
    }

    /**
     * The methods that would be on a thread's stack if awaiting blocked it, each with the line where it waits (asyncio's
     * {@code Task.get_stack}, of the whole chain). Any thread may ask, but only the loop's own gets more than what it finds in
     * passing.
     *
     * @return the innermost method first; without lines while the task runs, empty once it has ended
     */
    public List<StackTraceElement> awaitStack() {
        return AwaitStack.of(frame);
    }

    /**
     * Asks the task to stop (asyncio's {@code Task.cancel}).
     *
     * @param reason why, may be null
     * @return false if it has ended
     */
    @Override
    public boolean cancel(String reason) {
        if (isDone()) {
            return false;
        }
        loop().checkThread("Task.cancel");
        int passage = loop().newPassage();
        Task<?> task = this;
        for (Task<?> awaited = request(reason, passage); awaited != null; awaited = task.request(reason, passage)) {
            if (awaited.details != null && awaited.details.passage == passage) {
                task.breakFrom(awaited, reason);
                break;
            }
            task = awaited;
        }
        return true;
    }

    /**
     * Takes a request. Gives the task that it is to be passed on to, or null: a chain of tasks that await each other may be
     * longer than the stack is deep, so none calls the next.
     */
    private Task<?> request(String reason, int passage) {
        TaskDetails asked = details();
        asked.count++;
        asked.passage = passage;
        Observers told = loop().observers();
        if (told != null) {
            told.cancellationRequested(this, reason);
        }
        if (readiness == PARKED && asked.masks == 0) {
            if (pending instanceof Task<?> awaited && !awaited.isDone()) {
                return awaited;
            }
            if (pending instanceof Waitable awaited && awaited.cancel(reason)) {
                return null;
            }
        }
        asked.isDue = true;
        asked.reason = reason;
        return null;
    }

    /** Tasks that await each other in a ring would never wake: this one is woken, and the others by its end. */
    private void breakFrom(Task<?> awaited, String reason) {
        awaited.ignore(this);
        reject(new Cancellation(reason));
    }

    /**
     * How many requests to cancel have not been taken back (asyncio's {@code cancelling}).
     *
     * @return the number
     */
    public int cancelling() {
        return details == null ? 0 : details.count;
    }

    /**
     * Takes one request back, for code that has answered it in its own way: a timeout that has cancelled its own task
     * (asyncio's {@code uncancel} from 3.13 on). If none are left, one that has not been delivered yet never will be.
     *
     * @return how many are left
     */
    public int uncancel() {
        loop().checkThreadIfDebugging("Task.uncancel");
        if (details != null && details.count > 0) {
            details.count--;
            details.isDue &= details.count > 0;
        }
        return cancelling();
    }

    /**
     * Keeps requests to cancel from being delivered until the mask is closed, for work that must not be cut short. A request
     * made meanwhile is delivered at the first suspension point after that. Masks nest.
     *
     * <pre>{@code
     * try (Task.Mask masked = Task.current().maskCancellation()) {
     *     await(connection.sendGoodbye());
     * }
     * }</pre>
     *
     * @return the mask, to be closed by this task
     */
    public Mask maskCancellation() {
        loop().checkThreadIfDebugging("Task.maskCancellation");
        details().masks++;
        return new Mask(this);
    }

    /** A stretch of a task in which it cannot be cancelled. */
    public static final class Mask implements AutoCloseable {
        private Task<?> task;

        private Mask(Task<?> task) {
            this.task = task;
        }

        /** Ends the stretch. Does nothing the second time. */
        @Override
        public void close() {
            if (task != null) {
                task.loop().checkThreadIfDebugging("Task.Mask.close");
                task.details.masks--;
                task = null;
            }
        }
    }

    @Override
    public String toString() {
        return "task " + name() + " of " + frame;
    }

    /** Counted by its loop, from 1. */
    int number() {
        return number;
    }

    CoroutineFrame frame() {
        return frame;
    }

    /** What it is parked at; null if it is not, or will be woken by the loop's own doing. */
    Object pending() {
        return readiness == PARKED ? pending : null;
    }

    TaskView.State viewState() {
        if (readiness != PARKED) {
            return TaskView.State.READY;
        }
        return pending == null && loop().runningTask() == this ? TaskView.State.RUNNING : TaskView.State.WAITING;
    }

    /** Resumes the coroutine; called by the loop, when the task's turn has come. */
    @Async.Execute
    void run() {
        Object input = pending;
        boolean isSource = readiness == READY_BY_SOURCE;
        if (input != null) { // most often it is null already, and a branch is cheaper than to write a reference
            pending = null;
        }
        readiness = PARKED;
        if (!isSource) {
            step(input);
        } else if (input instanceof Parking parking) {
            stepAfter(parking);
        } else {
            step(((Deferred<?>) input).outcome());
        }
    }

    private void stepAfter(Parking parking) {
        if (isDeliverable() && parking.standsAgainstCancellation()) {
            resume(parking.outcome());
        } else {
            step(parking.outcome());
        }
    }

    /** Drives the coroutine to its next suspension; {@code input} as for {@link Frame#resume}. */
    private void step(Object input) {
        resume(isDeliverable() ? deliver(input) : input);
    }

    /** Takes the first step at once, in the middle of another step or callback. */
    void runEagerly() {
        Object outcome;
        Steps steps = loop().steps();
        Task<?> outer = steps.begin(this);
        try {
            outcome = drive(null, false);
        } catch (Throwable failure) {
            steps.end(outer);
            endWith(failure);
            return;
        }
        steps.end(outer);
        left(outcome);
    }

    private void resume(Object given) {
        Object outcome;
        try {
            outcome = drive(given, true);
        } catch (Throwable failure) {
            endWith(failure);
            return;
        }
        left(outcome);
    }

    /** Takes a step, or if its turn has come as many as nobody else has to do with. */
    private Object drive(Object given, boolean isItsTurn) {
        Steps steps = loop().steps();
        ContextMap outer = steps.enter(context);
        try {
            Object outcome = frame.resume(given);
            return outcome == Turn.TRAP && isItsTurn && isAlone() ? goOnAlone() : outcome;
        } finally {
            leave(steps, outer);
        }
    }

    private Object goOnAlone() {
        Object outcome;
        int left = STEPS_ALONE;
        do {
            outcome = frame.resume(null);
        } while (--left > 0 && outcome == Turn.TRAP && isAlone());
        return outcome;
    }

    private void left(Object outcome) {
        if (frame.ended()) {
            returned(outcome);
        } else {
            park(outcome);
        }
    }

    private boolean isAlone() {
        return !isDeliverable() && !frame.ended() && loop().hasOnlyWhatRuns();
    }

    private void leave(Steps steps, ContextMap outer) {
        ContextMap left = steps.leave(outer);
        if (left != context) {
            context = left;
        }
    }

    /** Continues the coroutine in the next turn of the loop. */
    void wake(Object input) {
        wake(input, READY);
    }

    /** Continues the coroutine with what came of something; only then does a failure count as seen. */
    void wakeBy(Deferred<?> done) {
        wake(done, READY_BY_SOURCE);
    }

    /** Continues the coroutine with what its wait has come to; until then it can be cancelled. */
    void wakeBy(Parking over) {
        wake(over, READY_BY_SOURCE);
    }

    private void wake(Object with, byte how) {
        if (pending != with) {
            pending = with;
        }
        readiness = how;
        loop().addReady(this);
    }

    /** Has what was awaited fail. */
    void reject(Throwable error) {
        wake(Frame.raising(error));
    }

    /** The task is parked until this wakes it. */
    void waitFor(Waitable awaited) {
        pending = awaited;
        if (isDeliverable() && awaited.cancel(details.reason)) {
            details.isDue = false;
        }
    }

    /** Ends the coroutine where it stands, because its loop is closed. */
    void close() {
        if (isDone()) {
            return;
        }
        abandonWait();
        Steps steps = loop().steps();
        Task<?> outerTask = steps.begin(this);
        ContextMap outer = steps.enter(context);
        try {
            frame.close();
        } catch (Throwable failure) {
            endWith(failure);
            return;
        } finally {
            steps.leave(outer);
            steps.end(outerTask);
        }
        loop().forget(this);
        settleCancelled("the loop was closed");
    }

    private void abandonWait() {
        if (readiness == PARKED) {
            if (pending instanceof Deferred<?> awaited) {
                awaited.ignore(this);
            } else if (pending instanceof Parking parking) {
                parking.abandon();
            } else if (pending instanceof SleepTimer sleep) {
                sleep.cancel();
            } else if (pending instanceof StageWait stage) {
                stage.abandon();
            }
        }
        pending = null;
    }

    private void park(Object trap) {
        if (trap == null || trap == Turn.TRAP) {
            wake(null); // what a bare yield is in Python: everybody else gets a turn
        } else if (trap instanceof Trap || trap instanceof CompletableFuture) {
            try {
                if (trap instanceof WaitingFrame known) { // a class, which is found out faster than an interface
                    known.park(this);
                } else if (trap instanceof Trap known) {
                    known.park(this);
                } else {
                    StageWait.park(this, (CompletableFuture<?>) trap);
                }
            } catch (Throwable failure) {
                EventLoop.rethrowIfFatal(failure);
                reject(failure);
            }
        } else {
            reject(new IllegalStateException(frame + " suspended with a "
                    + trap.getClass().getName()
                    + ", which an EventLoop does not understand: await a Promise, a Task or EventLoop.sleep instead"));
        }
    }

    /** Whether what the task waited for was cancelled, so that its next step begins with that; for observers. */
    boolean isWokenByCancellation() {
        if (readiness == READY_BY_SOURCE) {
            return pending instanceof Deferred<?> done
                    ? done.isCancelled()
                    : Frame.raisedBy(((Parking) pending).outcome()) instanceof Cancellation;
        }
        return Frame.raisedBy(pending) instanceof Cancellation;
    }

    private boolean isDeliverable() {
        return details != null && details.isDue && details.masks == 0;
    }

    /** A request that came too late for what the task waited for replaces the outcome of that. */
    private Object deliver(Object input) {
        details.isDue = false;
        if (Frame.raisedBy(input) instanceof Cancellation) {
            return input;
        }
        Observers told = loop().observers();
        if (told != null) {
            told.cancellationDelivered(this);
        }
        return Frame.raising(new Cancellation(details.reason));
    }

    private void returned(Object value) {
        loop().forget(this);
        if (details != null && details.isDue) {
            settleCancelled(details.reason); // asked to stop while it took its last step
        } else {
            settleValue(value);
        }
    }

    private void endWith(Throwable failure) {
        loop().forget(this);
        if (failure instanceof Cancellation cancellation) {
            settleCancelled(cancellation.reason());
        } else {
            settleFailure(failure);
            EventLoop.rethrowIfFatal(failure);
        }
    }

    private TaskDetails details() {
        if (details == null) {
            details = new TaskDetails();
        }
        return details;
    }
}
