package dev.fermata.frame;

import dev.fermata.StopIteration;

/**
 * The frame of a generator behind one of Java's primitive iterators or streams. A value is never boxed: the body leaves it
 * in its own frame as 64 bits and hands out that frame in its place.
 *
 * <pre>
 *   root.hasNext ──► Host.body(root)          hands out root: the value is in root already
 *                └─► .. a delegate's body     hands out the delegate: the value is fetched from there
 * </pre>
 *
 * <p>What {@link GeneratorFrame} says of fast paths, slow paths and profiles holds here too. As a {@link
 * dev.fermata.Delegate}, to a generator of another type, it gives boxed values.
 */
public abstract class PrimitiveFrame extends Frame implements AutoCloseable {
    /** The value handed out last. */
    private long bits;

    /** Whether {@code hasNext} has fetched a value and {@code next} not yet handed it out. */
    private boolean isAhead;

    /** Makes a generator that has not started. */
    protected PrimitiveFrame() {}

    /** What it yields. */
    abstract Primitive type();

    /**
     * Runs the body up to the next {@code yield}, unless that has been done already.
     *
     * @return whether there is another value
     */
    public boolean hasNext() {
        return hasNextSlowly();
    }

    /**
     * Keeps a value that the body yields.
     *
     * @param value the value, an {@code int} widened and a {@code double} as its raw bits
     * @return this frame, for the body to return
     */
    public final Object handOut(long value) {
        bits = value;
        return this;
    }

    /**
     * Whether the fast path of {@code hasNext} may call the body: no value fetched, no delegate, not ended.
     *
     * @return true if so
     */
    protected final boolean isReady() {
        return !isAhead && isAdoptable() && !ended();
    }

    /**
     * Whether {@code hasNext} has fetched a value that has not been handed out.
     *
     * @return true if so
     */
    protected final boolean isAhead() {
        return isAhead;
    }

    /**
     * The end of the fast path of {@code hasNext}: the body has left a value here.
     *
     * @return true
     */
    protected final boolean fetched() {
        isAhead = true;
        return true;
    }

    /**
     * The end of {@code hasNext} when the body has given something else than this frame.
     *
     * @param outcome what the body returned
     * @return whether there is a value
     */
    protected final boolean keep(Object outcome) {
        if (ended()) {
            return false;
        }
        Object given = isDeferred(outcome) ? resume(null) : outcome;
        if (ended()) {
            return false;
        }
        bits = ((PrimitiveFrame) given).bits;
        return fetched();
    }

    /**
     * {@code hasNext} for every case.
     *
     * @return whether there is another value
     */
    protected final boolean hasNextSlowly() {
        return isAhead || !ended() && keep(resume(null));
    }

    /**
     * Hands out the value that {@code hasNext} has fetched.
     *
     * @return its bits, as {@link #handOut} was given them
     */
    protected final long takeAhead() {
        isAhead = false;
        return bits;
    }

    /**
     * The end of the generator as an exception.
     *
     * @return what the iterator's next method throws
     */
    protected final StopIteration exhausted() {
        return new StopIteration();
    }

    /** The next value as bits, for the iterators' slow {@code next} methods. */
    final long nextBits() {
        if (!hasNext()) {
            throw exhausted();
        }
        return takeAhead();
    }

    @Override
    public final Object send(Object value) {
        if (!isAhead) {
            return boxed(super.send(value));
        }
        if (value != null) {
            throw new IllegalStateException(this + " cannot be sent a value between hasNext() and next():"
                    + " hasNext() has already run it past the yield that would receive the value");
        }
        return type().box(takeAhead());
    }

    @Override
    public final Object raise(Throwable error) {
        dropAhead();
        return boxed(super.raise(error));
    }

    @Override
    public final void close() {
        dropAhead();
        super.close();
    }

    @Override
    final Frame adopt(Object target) {
        return PrimitiveAdapters.frameFor(target, type());
    }

    @Override
    final String kind() {
        return "generator";
    }

    @Override
    final void refuseEnded() {}

    private Object boxed(Object outcome) {
        return type().box(((PrimitiveFrame) outcome).bits);
    }

    /** An exception is raised at the yield whose value was fetched ahead: nobody will ask for the value. */
    private void dropAhead() {
        if (isAhead && !isRunning()) {
            isAhead = false;
        }
    }
}
