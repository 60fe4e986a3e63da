package dev.fermata.frame;

import dev.fermata.AlreadyExecutingException;
import dev.fermata.Delegate;
import dev.fermata.GeneratorExit;
import dev.fermata.State;
import dev.fermata.StopAsyncIteration;
import dev.fermata.StopIteration;
import dev.fermata.TypeMismatchException;
import java.util.Objects;

/**
 * One activation of a suspendable method: where it stands, what it has delegated to, and (in the generated subclass)
 * its spilled values.
 *
 * <p>Frames that have delegated form a chain. A running body calls the body of its delegate directly, so nothing is
 * spilled unless the delegate suspends; then every caller on the stack spills itself and returns, and the frames are
 * linked. From then on {@link #drive} resumes the innermost frame without touching the ones above it, and hands the
 * result of a frame that ends to the frame above in a loop.
 *
 * <pre>
 *             link        link
 *   root ◄────────── f ◄────────── g        root.link = g: resumed directly
 *        ──────────►   ──────────►
 *          delegate     delegate
 * </pre>
 *
 * <p>A frame is used by one thread at a time. {@code state} is written last when a frame suspends, so a frame that died
 * half-way (a {@link StackOverflowError} while spilling) is never resumed.
 */
public abstract class Frame implements Delegate<Object, Object, Object> {
    /** Bodies nested directly on one stack before the rest goes by way of {@link #drive}, so the heap bounds recursion. */
    private static final int MAX_DEPTH = 200;

    /** Stands for a yielded value when a frame only wants its delegate run from an empty stack. */
    static final Object DEFERRED = new Object();

    /** Stands for a value that an asynchronous generator has left in its frame for the step that asked for it. */
    static final Object YIELDED = new Object();

    /** Suspension points are numbered from 1; 0 is the entry of the body. */
    private static final int CREATED = 0;

    private static final int ENDED = -1;
    private static final int RUNNING = -2;

    /** The pattern from which an {@code Iterable} makes its runs. Known to woven code. */
    private static final int TEMPLATE = -3;

    /** The frame only had something to hand out: the frame that runs it suspends in its place, and is resumed directly. */
    private static final int HANDED_OVER = -4;

    private int state;

    /** Whether {@link #drive} has been entered for this frame: then the whole chain counts as running. */
    private boolean driving;

    /** What this suspended frame waits for. */
    private Frame delegate;

    /** Whether this is the delegate of another frame. */
    private boolean isDelegated;

    /**
     * The frame whose delegate this is; in a root, the innermost frame of its chain, or null if that is to be found along
     * {@code delegate}, or if there is none. One field for both, because there are millions.
     */
    private Frame link;

    /** Makes a frame in state {@link State#CREATED}. */
    protected Frame() {}

    /**
     * Runs the body from where it stands until it suspends or ends; {@link #ended()} tells which.
     *
     * @param input what the pending suspension point receives: a value, or from {@link #raising} an exception
     * @param depth how many bodies are already on this stack
     * @return the value yielded, or the result
     */
    public abstract Object step(Object input, int depth);

    /** Drops the references to arguments of a frame that ends before it has started. */
    protected void clear() {}

    /**
     * Names the method this frame runs.
     *
     * @return class and method, for messages
     */
    protected abstract String method();

    /**
     * Names the source file, and the line of the method and of each suspension point.
     *
     * @return as in {@code "Host.java:30,31,40"}; empty for a frame of the runtime, which stack traces leave out
     */
    protected String places() {
        return "";
    }

    /** Turns the operand of a suspension point into the frame to run, or refuses it. */
    abstract Frame adopt(Object target);

    /** Says "generator" or "coroutine" in messages. */
    abstract String kind();

    /** Refuses to resume a frame that has ended, or does nothing if the kind then simply has no more values. */
    abstract void refuseEnded();

    /** What users see when they ask for the delegate: an adapter shows what it adapts. */
    Object face() {
        return this;
    }

    /**
     * Enters the body.
     *
     * @return the suspension point to go on from, 0 for the entry, negative if the frame has no more values or has handed
     *     over
     */
    public final int begin() {
        int from = state;
        if (from < CREATED) {
            return refuse(from);
        }
        if (NeverAwaited.WATCHING && from == CREATED) {
            NeverAwaited.started(this);
        }
        state = RUNNING;
        return from;
    }

    /**
     * Takes what the suspension point was resumed with, in the body and inside its {@code try} ranges.
     *
     * @param input what {@link #step} was given
     * @return the value
     */
    public static Object take(Object input) {
        if (input instanceof Raised raised) {
            throw Throwing.asIs(raised.error());
        }
        return input;
    }

    /**
     * Finds the frame to run for the operand of a {@code yieldFrom} or {@code await}.
     *
     * @param target the operand
     * @param depth how many bodies are on this stack, this one included
     * @return the frame to {@link #step} next
     */
    public final Frame enter(Object target, int depth) {
        Frame inner = adopt(target);
        return depth < MAX_DEPTH ? inner : new DeferredFrame(inner);
    }

    /**
     * Finds the frame to run for an object that the body returns instead of null.
     *
     * @param target what is returned; null ends without a value
     * @param depth how many bodies are on this stack, this one included
     * @return the frame to {@link #step} next
     */
    public final Frame enterReturned(Object target, int depth) {
        return target == null ? new CompletedCoroutine(null) : enter(target, depth);
    }

    /**
     * Whether the body has returned or thrown.
     *
     * @return true once nothing is left to resume
     */
    public final boolean ended() {
        return state == ENDED;
    }

    /**
     * Leaves the body at a suspension point of its own; last, after everything is spilled.
     *
     * @param point the suspension point, from 1; the stub of an {@code Iterable} sets the number of a template
     */
    public final void suspendAt(int point) {
        state = point;
    }

    /**
     * Leaves the body of a frame whose result is whatever its driver resumes it with: there is no need to come back to it,
     * so it is dropped from the chain and the frame above takes its place.
     */
    public final void handOver() {
        state = HANDED_OVER;
    }

    /**
     * Leaves the body because its delegate has suspended; last, after everything is spilled.
     *
     * @param inner the delegate
     * @param point the suspension point, from 1
     */
    public final void delegateTo(Frame inner, int point) {
        if (inner.state != HANDED_OVER) {
            inner.link = this;
            inner.isDelegated = true;
            delegate = inner;
        }
        state = point;
    }

    /** Leaves the body by a return. */
    public final void end() {
        state = ENDED;
    }

    /**
     * Leaves the body by an exception.
     *
     * @param error what escapes
     * @return what is to be thrown: a {@link StopIteration} becomes the cause of an {@link IllegalStateException}, so
     *     that it does not pass for a return (PEP 479), and so does a {@link StopAsyncIteration} in an asynchronous
     *     generator (PEP 525)
     */
    public final Throwable fail(Throwable error) {
        state = ENDED;
        boolean passesForReturn = error instanceof StopIteration
                || error instanceof StopAsyncIteration && this instanceof AsyncGeneratorFrame;
        return passesForReturn
                ? new IllegalStateException(this + " let " + error.getClass().getSimpleName() + " escape", error)
                : error;
    }

    /**
     * The same for a body, which knows whether it is the outermost one on the stack.
     *
     * @param error what escapes
     * @param depth how many bodies are on the stack, this one included
     * @return what is to be thrown
     */
    public final Throwable fail(Throwable error, int depth) {
        Throwable thrown = fail(error);
        if (depth == 1 && !isDelegated) {
            Traces.leaving(thrown);
        }
        return thrown;
    }

    /**
     * Where the frame stands, as a number. Five bytes of code, which C2 inlines even where it is called once.
     *
     * @return the suspension point, 0 before the start, negative if the body cannot be entered
     */
    public final int point() {
        return state;
    }

    /** Where the frame stands, for stack traces; without a line while it runs; null if it is the runtime's or has ended. */
    final StackTraceElement place() {
        return place(state);
    }

    /** The same for where it stood once. */
    final StackTraceElement place(int at) {
        return at == ENDED || places().isEmpty() ? null : Places.of(this, at);
    }

    /**
     * Whether a body gave no value but wants its delegate run from an empty stack.
     *
     * @param outcome what the body returned
     * @return true if so
     */
    public static boolean isDeferred(Object outcome) {
        return outcome == DEFERRED;
    }

    final boolean isTemplate() {
        return state == TEMPLATE;
    }

    /**
     * Resumes the chain of this frame.
     *
     * @param input a value, or from {@link #raising} an exception
     * @return the value yielded, or, once {@link #ended()}, the result
     * @throws AlreadyExecutingException if the chain is running
     */
    public final Object resume(Object input) {
        if (input instanceof Raised raised) {
            return resumeRaising(raised);
        }
        if (delegate == null && !isDelegated && !driving) {
            return resumeAlone(input);
        }
        claimDrive();
        return drive(input, 0);
    }

    /** What {@link #drive} comes to for a frame that stands alone, which {@link #begin} guards well enough. */
    private Object resumeAlone(Object input) {
        Object outcome = step(input, 0);
        return outcome == DEFERRED ? drive(null, 0) : outcome;
    }

    /**
     * Resumes the chain of this frame from a frame that runs it on its own account, in the middle of a stack.
     *
     * @param input a value, or from {@link #raising} an exception
     * @param depth how many bodies are on this stack
     * @return as {@link #step}, and {@link #DEFERRED} if the stack has become deep
     */
    final Object resumeBelow(Object input, int depth) {
        if (delegate != null) {
            return drive(input, depth);
        }
        return state == CREATED && input instanceof Raised raised ? resumeRaising(raised) : step(input, depth);
    }

    /** Takes the value that a frame of this chain has just left behind. */
    final Object takeYieldedBelow() {
        return ((AsyncGeneratorFrame) innermost()).takeYielded();
    }

    /**
     * An input that makes the pending suspension point throw.
     *
     * @param error what to throw, not null
     * @return the input for {@link #resume} or {@link #step}
     */
    public static Object raising(Throwable error) {
        return new Raised(Objects.requireNonNull(error, "error"));
    }

    /**
     * An input that makes the pending suspension point throw what something else has failed with.
     *
     * @param error what to throw, not null
     * @param origin what has failed, not null
     * @return the input for {@link #resume} or {@link #step}
     */
    public static Object raising(Throwable error, Origin origin) {
        return new Raised(error, origin);
    }

    /**
     * Takes what is known already, where nothing has to be waited for.
     *
     * @param outcome a value, or from {@link #raising} an exception
     * @return the value
     */
    public static Object takeAtOnce(Object outcome) {
        if (outcome instanceof Raised raised) {
            Traces.raisingHere(raised);
        }
        return take(outcome);
    }

    /**
     * What an input makes the pending suspension point throw.
     *
     * @param input the input
     * @return the exception; null if the input is a value
     */
    public static Throwable raisedBy(Object input) {
        return input instanceof Raised raised ? raised.error() : null;
    }

    @Override
    public Object next() {
        return send(null);
    }

    @Override
    public Object send(Object value) {
        if (value != null && state == CREATED) {
            throw new TypeMismatchException(
                    this + " has not started: only null can be sent, nothing waits for the value yet");
        }
        return yielded(resume(value));
    }

    @Override
    public Object raise(Throwable error) {
        return yielded(resume(raising(error)));
    }

    @Override
    public void close() {
        if (state == ENDED) {
            return;
        }
        try {
            resume(raising(new GeneratorExit()));
        } catch (GeneratorExit expected) {
            return; // the ordinary way for a body to end when it is closed
        }
        if (state != ENDED) {
            throw ignoredExit();
        }
    }

    /**
     * Where the frame stands.
     *
     * @return its state
     */
    public final State state() {
        if (state == ENDED) {
            return State.CLOSED;
        }
        if (isRunning()) {
            return State.RUNNING;
        }
        return state == CREATED || state == TEMPLATE ? State.CREATED : State.SUSPENDED;
    }

    /**
     * What this suspended frame has delegated to.
     *
     * @return the object the user handed over; null if there is none or the frame is running
     */
    public final Object delegate() {
        return delegate == null || isRunning() ? null : delegate.face();
    }

    @Override
    public final String toString() {
        return kind() + " " + method();
    }

    /** What a public operation gives: the value yielded, or the end as an exception. */
    private Object yielded(Object outcome) {
        if (state == ENDED) {
            throw stop(outcome);
        }
        return outcome;
    }

    /** The end, with its value. */
    StopIteration stop(Object result) {
        return new StopIteration(result);
    }

    /**
     * Resumes the innermost frame and carries on outwards until something is yielded or this frame has ended.
     *
     * @param depth 0, or how many bodies are on the stack of who drives; then that is who runs what is deferred
     */
    private Object drive(Object input, int depth) {
        driving = true;
        Throwable traced = input instanceof Raised raised ? raised.error() : null;
        int suppressed = 0;
        try {
            Frame frame = innermost();
            for (; ; ) {
                Object outcome;
                try {
                    if (frame.driving && frame != this) {
                        throw frame.alreadyExecuting(); // driven directly by somebody else below us
                    }
                    outcome = frame.step(input, depth);
                    if (frame.state != ENDED) {
                        frame = frame.innermost();
                        Frame step = outcome == YIELDED ? ((AsyncGeneratorFrame) frame).leaveStep(this) : null;
                        if (step != null) {
                            input = ((AsyncGeneratorFrame) frame).takeYielded();
                            frame = step;
                            continue;
                        }
                        if (outcome != DEFERRED || depth > 0) {
                            remember(frame);
                            return outcome;
                        }
                        input = null;
                        continue;
                    }
                } catch (Throwable error) {
                    if (frame == this) {
                        throw error;
                    }
                    if (error != traced || Traces.hasSuppressedMore(error, suppressed)) {
                        traced = error;
                        suppressed = Traces.crossing(error, frame);
                    }
                    outcome = new Raised(error);
                }
                if (frame == this) {
                    return outcome;
                }
                frame = frame.leaveParent();
                input = outcome;
            }
        } finally {
            driving = false;
        }
    }

    /** Resumes by an exception: by an exit the delegates are closed first, as PEP 380 demands. */
    private Object resumeRaising(Raised raised) {
        if (state == ENDED) {
            refuseEnded();
            throw Throwing.asIs(raised.error());
        }
        if (state == CREATED) {
            if (NeverAwaited.WATCHING) {
                NeverAwaited.started(this);
            }
            clear();
            throw Throwing.asIs(fail(raised.error()));
        }
        claimDrive();
        Traces.raising(raised, this);
        if (raised.error() instanceof GeneratorExit && delegate != null) {
            return drive(new Raised(closeDelegates(raised.error())), 0);
        }
        return drive(raised, 0);
    }

    /** Closes every frame below this one, innermost first; gives what is then to be raised here. */
    private Throwable closeDelegates(Throwable exit) {
        driving = true;
        try {
            Throwable pending = new GeneratorExit();
            for (Frame frame = innermost(); frame != this; ) {
                pending = frame.closeWith(pending);
                frame = frame.leaveParent();
            }
            return pending instanceof GeneratorExit ? exit : pending;
        } finally {
            driving = false;
        }
    }

    /** Lets one frame of a chain answer an exit, or what came of closing its own delegate; gives what its parent sees. */
    private Throwable closeWith(Throwable pending) {
        try {
            drive(new Raised(pending), 0);
            return state == ENDED ? new GeneratorExit() : ignoredExit();
        } catch (Throwable answer) {
            return answer;
        }
    }

    final IllegalStateException ignoredExit() {
        return new IllegalStateException(this + " ignored GeneratorExit: it suspended again while being closed");
    }

    /** Unlinks this frame from the one above and gives that. */
    final Frame leaveParent() {
        Frame outer = link;
        link = null;
        isDelegated = false;
        outer.delegate = null;
        if (!outer.isDelegated) {
            outer.link = null;
        }
        return outer;
    }

    /** The same for a frame that stays suspended, with the innermost of its own chain. */
    final Frame leaveParentWith(Frame innermost) {
        Frame outer = leaveParent();
        remember(innermost);
        return outer;
    }

    /** Keeps the way to the innermost frame, if it is not written yet: writing a reference costs the collector's card. */
    private void remember(Frame innermost) {
        if (innermost != this && innermost != link && !isDelegated) {
            link = innermost;
        }
    }

    /** What it has delegated to, whatever runs; for looking on from any thread. */
    final Frame delegateNow() {
        return delegate;
    }

    /** The frame that waits for this one; null if there is none, or if it waits on the stack. */
    final Frame delegator() {
        return isDelegated ? link : null;
    }

    /** Whether it waits by {@code await}, and not by {@code yieldFrom}. */
    boolean isAwaiting() {
        return true;
    }

    final boolean isDelegating() {
        return delegate != null;
    }

    /** The frame of this chain that a resumption goes to. */
    final Frame innermost() {
        if (delegate == null) {
            return this;
        }
        return link == null || isDelegated ? findInnermost() : link;
    }

    private Frame findInnermost() {
        Frame frame = delegate;
        while (frame.delegate != null && !frame.isOnStack()) {
            frame = frame.delegate;
        }
        return frame;
    }

    /** Makes sure that the chain may be resumed from this frame. */
    private void claimDrive() {
        if (isDelegated) {
            claimDriveAmidst();
        } else if (isOnStack()) {
            throw alreadyExecuting();
        }
    }

    /** A frame in the middle of a chain may be resumed: the root then finds the innermost one anew. */
    private void claimDriveAmidst() {
        Frame root = this;
        while (root.isDelegated) {
            root = root.link;
        }
        root.link = null;
        if (isRunning()) {
            throw alreadyExecuting();
        }
    }

    private boolean isOnStack() {
        return driving || state == RUNNING;
    }

    final boolean isRunning() {
        Frame frame = this;
        while (frame.isDelegated && !frame.isOnStack()) {
            frame = frame.link;
        }
        return frame.isOnStack();
    }

    /** Whether another frame may link this one below itself: nothing else holds it, and it has no delegate. */
    final boolean isAdoptable() {
        return !isDelegated && delegate == null && !driving;
    }

    /** Whether another frame has delegated to this one. */
    final boolean isDelegated() {
        return isDelegated;
    }

    final boolean isFresh() {
        return state == CREATED;
    }

    final AlreadyExecutingException alreadyExecuting() {
        return new AlreadyExecutingException(this + " is already executing");
    }

    private int refuse(int from) {
        if (from == ENDED) {
            refuseEnded();
            return ENDED;
        }
        if (from == RUNNING) {
            throw alreadyExecuting();
        }
        if (from == HANDED_OVER) { // it is the outermost frame: there was none above to take its place
            state = RUNNING;
            return HANDED_OVER;
        }
        throw new IllegalStateException(this + " is the source of iterators, not one itself: call iterator()");
    }
}
