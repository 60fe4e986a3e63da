package dev.fermata.frame;

import dev.fermata.AsyncGenerator;
import java.util.concurrent.Flow;

/**
 * The frame of an asynchronous generator. Users hold an {@link AsyncGeneratorHandle} of it and never the frame.
 *
 * <p>It is resumed by an {@link AsyncStep}, which the consumer awaits. What the body awaits goes past the step to the
 * driver, as in every chain. A yield gives the sentinel {@link #YIELDED} and leaves the value here; it goes to the step,
 * from where {@link Frame#drive} carries on.
 *
 * <pre>
 *   consumer ◄── AsyncStep ◄── generator ◄── another, delegated to      while something is awaited
 *                              generator ◄── another                    between two steps
 *                              └──── origin ◄────┘
 * </pre>
 */
public abstract class AsyncGeneratorFrame extends Frame implements AsyncTemplate {
    private Object value;

    /** Whether a step has been started and has not ended (CPython's {@code ag_running_async}). */
    private boolean stepping;

    /** Whether the hooks of a loop have seen it. */
    private boolean announced;

    /** The frame whose value this one's values are: the outermost of those that delegate, in the end. */
    private AsyncGeneratorFrame origin = this;

    /** Keeps the handle of the delegate reachable, or the loop would think that it has been dropped. */
    private AsyncGeneratorHandle delegateHandle;

    /** Makes an asynchronous generator that has not started. */
    protected AsyncGeneratorFrame() {}

    /**
     * The handle that the method returns.
     *
     * @return a new one
     */
    public final AsyncGenerator<Object> asAsyncGenerator() {
        return new AsyncGeneratorHandle(this);
    }

    /**
     * Makes a run of a {@code Flow.Publisher}: a new frame with the arguments of this one.
     *
     * @return the new frame
     */
    protected AsyncGeneratorFrame fresh() {
        throw new UnsupportedOperationException(this + " is not made from a Flow.Publisher method");
    }

    @Override
    public final AsyncGenerator<Object> newRun() {
        return fresh().asAsyncGenerator();
    }

    /**
     * Leaves a value for the consumer, just before the body is left at a {@code yield}.
     *
     * @param yielded the value
     * @return what the body is to return
     */
    public final Object yielding(Object yielded) {
        value = yielded;
        delegateHandle = null;
        return YIELDED;
    }

    final Object takeYielded() {
        Object yielded = value;
        value = null;
        return yielded;
    }

    /** Marks a step as begun; false if one is in progress or another generator has delegated to this one. */
    final boolean beginStep() {
        if (stepping || isDelegated() || isRunning()) {
            return false;
        }
        stepping = true;
        origin = this;
        return true;
    }

    final void endStep() {
        stepping = false;
    }

    /** Whether this is the first time that it is asked for something. */
    final boolean isNews() {
        boolean news = !announced;
        announced = true;
        return news;
    }

    /**
     * Unlinks the generators that have yielded from the step above them.
     *
     * @param driver who runs the chain
     * @return the step, or null if the driver is one of the generators, so that the step is not part of what it drives
     */
    final Frame leaveStep(Frame driver) {
        AsyncGeneratorFrame outermost = outermost();
        if (driver instanceof AsyncGeneratorFrame generator && generator.outermost() == outermost) {
            return null;
        }
        return outermost.leaveParentWith(this);
    }

    /** Shortens the way for the next time. */
    private AsyncGeneratorFrame outermost() {
        AsyncGeneratorFrame outermost = this;
        while (outermost.origin != outermost) {
            outermost = outermost.origin;
        }
        origin = outermost;
        return outermost;
    }

    /** Stands on its own again, because it is closed by itself. */
    final void becomeOutermost() {
        origin = this;
    }

    @Override
    final Frame adopt(Object target) {
        if (target instanceof AsyncGeneratorHandle handle) {
            return adoptGenerator(handle);
        }
        if (target instanceof AsyncTemplate ours) {
            return adoptGenerator((AsyncGeneratorHandle) ours.newRun());
        }
        if (target instanceof Flow.Publisher<?> publisher) {
            return adoptGenerator(new AsyncGeneratorHandle(new SubscriberFrame(publisher)));
        }
        return Adapters.forCoroutine(target);
    }

    private Frame adoptGenerator(AsyncGeneratorHandle handle) {
        AsyncGeneratorFrame inner = handle.frame();
        if (inner.stepping || inner.isDelegated() || inner.isRunning()) {
            throw inner.busy();
        }
        delegateHandle = handle;
        if (inner.ended()) {
            return new CompletedCoroutine(null);
        }
        inner.origin = this;
        return inner.isAdoptable() ? inner : new DeferredFrame(inner);
    }

    final IllegalStateException busy() {
        return new IllegalStateException(this
                + (isDelegated() && !stepping
                        ? " is delegated to by another generator"
                        : " is being asked for a value already: await one step before the next"));
    }

    @Override
    Object face() {
        return asAsyncGenerator();
    }

    @Override
    final String kind() {
        return "async generator";
    }

    @Override
    final void refuseEnded() {}
}
