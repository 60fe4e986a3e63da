package dev.fermata.frame;

/**
 * One step of an asynchronous generator, between it and the consumer that awaits the step. It resumes the generator; if
 * that awaits something, the step becomes part of the chain and is resumed with what the generator yields, or with its
 * end.
 */
abstract class AsyncStep extends CoroutineFrame {
    private static final int WAITING = 1;

    final AsyncGeneratorFrame generator;

    /** Never read: while the step is in use, the generator has not been dropped. */
    @SuppressWarnings("unused")
    private final AsyncGeneratorHandle handle;

    AsyncStep(AsyncGeneratorHandle handle) {
        this.handle = handle;
        this.generator = handle.frame();
    }

    /** Resumes the generator, which has no other step in progress. */
    abstract Object start(int depth);

    /** The generator has yielded: what the step gives. */
    abstract Object yielded(Object value);

    /** The generator has returned: what the step gives, or throws. */
    abstract Object returned();

    /** The generator, or the step itself, has failed: what the step gives, or throws. */
    Object failed(Throwable error) {
        throw Throwing.asIs(error);
    }

    /** Says which operation it is. */
    abstract String operation();

    @Override
    public final Object step(Object input, int depth) {
        boolean starts = begin() != WAITING;
        if (starts && !generator.beginStep()) {
            throw Throwing.asIs(fail(generator.busy()));
        }
        Object outcome;
        try {
            outcome = starts ? start(depth + 1) : goOn(input, depth + 1);
        } catch (Throwable error) {
            outcome = giveUp(error);
        }
        if (point() != WAITING) {
            generator.endStep();
            end();
        }
        return outcome;
    }

    private Object giveUp(Throwable error) {
        try {
            return failed(error);
        } catch (Throwable answer) {
            generator.endStep();
            throw Throwing.asIs(fail(answer));
        }
    }

    /** Goes on with what has become of the generator after it had awaited something. */
    Object goOn(Object input, int depth) {
        Object value = take(input);
        return generator.ended() ? returned() : yielded(value);
    }

    /** Resumes the generator, or what it has delegated to. */
    final Object resumeGenerator(Object input, int depth) {
        Object outcome = generator.resumeBelow(input, depth);
        if (generator.ended()) {
            return returned();
        }
        return outcome == YIELDED ? yielded(generator.takeYieldedBelow()) : await(generator, outcome);
    }

    /** Joins the chain. */
    final Object await(Frame frame, Object outcome) {
        delegateTo(frame, WAITING);
        return outcome;
    }

    @Override
    protected final String method() {
        return operation() + " of " + generator.method();
    }
}
