package dev.fermata.frame;

import dev.fermata.StopIteration;

/**
 * The frame of a generator behind one of Java's primitive iterators or streams. A value is never boxed: the body leaves it
 * in its own frame as 64 bits. Whoever asked finds it in the innermost frame of the chain, which is most often the one that
 * was asked.
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
     */
    public final void handOut(long value) {
        bits = value;
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
     * Whether the body has delegated, and so left the value elsewhere.
     *
     * @return true if so
     */
    protected final boolean isElsewhere() {
        return isDelegating();
    }

    /**
     * The end of {@code hasNext} when the value may be elsewhere.
     *
     * @param outcome what the body returned
     * @return whether there is a value
     */
    protected final boolean keep(Object outcome) {
        if (ended()) {
            return false;
        }
        if (isDeferred(outcome)) {
            return keep(resume(null));
        }
        bits = innermostBits();
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
            super.send(value);
            return type().box(innermostBits());
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
        super.raise(error);
        return type().box(innermostBits());
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
    final boolean isAwaiting() {
        return false;
    }

    @Override
    final String kind() {
        return "generator";
    }

    @Override
    final void refuseEnded() {}

    private long innermostBits() {
        return ((PrimitiveFrame) innermost()).bits;
    }

    /** An exception is raised at the yield whose value was fetched ahead: nobody will ask for the value. */
    private void dropAhead() {
        if (isAhead && !isRunning()) {
            isAhead = false;
        }
    }
}
