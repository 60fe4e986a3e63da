package dev.fermata.frame;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The frame of a generator.
 *
 * <p>The generated subclass overrides {@link #hasNext()} and {@link #next()} with copies of their fast path that call its
 * own body: a shared one would see every generator of the program in a single type profile, could not be inlined, and
 * costs five times as much. For the same reason every branch to a slow path stands in the generated code: in shared code
 * it counts as taken as soon as any generator takes it, and then the frame escapes and has to be allocated.
 */
public abstract non-sealed class GeneratorFrame extends Frame implements Generator<Object, Object, Object> {
    /** Stands for a value that a body has left in its frame without a box. */
    private static final Object UNBOXED = new Object();

    /** Whether {@code hasNext} has fetched a value that {@code next} has not yet handed out. */
    private boolean isAhead;

    /** The value fetched, or {@link #UNBOXED} in its place; once the body has ended, its result. */
    private Object kept;

    /** Whether the next end that is told carries the result: once, and not if another generator has had it. */
    private boolean isResultDue;

    /** Makes a generator that has not started. */
    protected GeneratorFrame() {}

    /**
     * Makes a run of an {@code Iterable}: a new frame with the arguments of this one.
     *
     * @return the new frame
     */
    protected GeneratorFrame fresh() {
        throw new UnsupportedOperationException(this + " is not made from an Iterable method");
    }

    /**
     * Whether the fast path of {@link #hasNext()} may call the body: no value fetched, no delegate, not ended.
     *
     * @return true if so
     */
    protected final boolean isReady() {
        return !isAhead && isAdoptable() && !ended();
    }

    /**
     * The end of the fast path of {@link #hasNext()}: keeps what the body gave.
     *
     * @param outcome what the body returned
     * @return whether it is a value
     */
    protected final boolean keep(Object outcome) {
        if (ended()) {
            isResultDue = true;
            return false;
        }
        kept = outcome;
        isAhead = true;
        return true;
    }

    /**
     * {@link #hasNext()} for every case.
     *
     * @return whether there is another value
     */
    protected final boolean hasNextSlowly() {
        return isAhead || !ended() && keepSlowly(resume(null));
    }

    /** A copy of {@link #keep}, so that the slow path is not in the profile of the fast one. */
    private boolean keepSlowly(Object outcome) {
        if (ended()) {
            isResultDue = true;
            return false;
        }
        kept = outcome;
        isAhead = true;
        return true;
    }

    /**
     * Keeps the result of the body before it {@link #end ends}, because a generator that ends while another one delegates to
     * it is not asked through its own operations. Six bytes of code: this is called once in the life of a frame, and C2
     * inlines nothing larger at a place so cold; a call would make the frame escape, and all its fields with it.
     *
     * @param outcome the result
     */
    public final void keepResult(Object outcome) {
        kept = outcome;
    }

    /**
     * What a body hands out that has left the value in a field of its frame, because it would only be boxed. The box is made
     * where the value leaves the frame: C2 leaves out a box that its consumer opens at once, but not one that has been kept
     * in a field in between, even where it leaves out the frame.
     *
     * @return the same object always
     */
    public static Object unboxed() {
        return UNBOXED;
    }

    /**
     * Whether a value is still to be boxed.
     *
     * @param outcome what a body has handed out
     * @return true if it stands for the value that {@link #box()} gives
     */
    protected static boolean isUnboxed(Object outcome) {
        return outcome == UNBOXED;
    }

    /**
     * Boxes the value that the body has left in its frame.
     *
     * @return the value
     */
    protected Object box() {
        throw new UnsupportedOperationException(this + " yields objects only");
    }

    /** {@link #takeAhead()}, and the box if the value has none yet. */
    private Object takeBoxed() {
        Object value = takeAhead();
        return isUnboxed(value) ? box() : value;
    }

    /**
     * Hands out the value that {@link #hasNext()} has fetched.
     *
     * @return the value; from woven code also what stands for it
     */
    protected final Object takeAhead() {
        Object value = kept;
        kept = null;
        isAhead = false;
        return value;
    }

    /**
     * The end of the generator as an exception, the first time with the result.
     *
     * @return what {@link #next()} throws
     */
    protected final StopIteration exhausted() {
        if (!isResultDue) {
            return new StopIteration();
        }
        isResultDue = false;
        return new StopIteration(kept);
    }

    /**
     * This generator as a sequential stream; closing the stream closes the generator.
     *
     * @return the stream
     */
    public final Stream<Object> asStream() {
        return StreamSupport.stream(
                        Spliterators.spliteratorUnknownSize((Iterator<Object>) this, Spliterator.ORDERED), false)
                .onClose(this::close);
    }

    @Override
    public boolean hasNext() {
        return hasNextSlowly();
    }

    @Override
    public Object next() {
        if (!hasNext()) {
            throw exhausted();
        }
        return takeBoxed();
    }

    @Override
    public final Object send(Object value) {
        if (isAhead) {
            if (value == null) {
                return takeBoxed();
            }
            throw new IllegalStateException(this + " cannot be sent a value between hasNext() and next():"
                    + " hasNext() has already run it past the yield that would receive the value");
        }
        if (ended()) {
            throw exhausted();
        }
        return super.send(value);
    }

    @Override
    public final Object raise(Throwable error) {
        dropAhead();
        return super.raise(error);
    }

    @Override
    public final void close() {
        dropAhead();
        super.close();
    }

    @Override
    public final Object result() {
        if (!ended()) {
            throw new IllegalStateException(this + " has not ended: its result is not known yet");
        }
        return kept;
    }

    @Override
    public Iterator<Object> iterator() {
        return isTemplate() ? fresh() : this;
    }

    @Override
    final StopIteration stop(Object outcome) {
        isResultDue = true;
        return exhausted();
    }

    @Override
    final Frame adopt(Object target) {
        return Adapters.forGenerator(target);
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

    /**
     * Whether {@link #hasNext()} has fetched a value that {@link #next()} has not handed out.
     *
     * @return true if so
     */
    protected final boolean isAhead() {
        return isAhead;
    }

    /** An exception is raised at the yield whose value was fetched ahead: nobody will ask for the value. */
    private void dropAhead() {
        if (isAhead && !isRunning()) {
            takeAhead();
        }
    }
}
