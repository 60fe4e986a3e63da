package dev.fermata.frame;

import dev.fermata.GeneratorExit;

/**
 * Raises an exception in an asynchronous generator. If it is {@link GeneratorExit}, the delegates are closed first, from
 * the innermost outwards, each on its own (PEP 380): unlike those of a generator, they may await meanwhile.
 */
abstract class ExitStep extends AsyncStep {
    private Throwable error;

    /** What is being closed, the generator last. */
    private Frame closing;

    /** The frame above it; null for the generator. */
    private Frame outer;

    ExitStep(AsyncGeneratorHandle handle, Throwable error) {
        super(handle);
        this.error = error;
    }

    @Override
    final Object start(int depth) {
        if (generator.ended()) {
            return null; // and the error is dropped, as by CPython
        }
        Throwable raised = error;
        error = null;
        if (!(raised instanceof GeneratorExit)) {
            return resumeGenerator(raising(raised), depth);
        }
        take(generator.innermost());
        return close(raised, depth);
    }

    @Override
    final Object goOn(Object input, int depth) {
        if (outer == null) {
            return super.goOn(input, depth);
        }
        Throwable answer = input instanceof Raised raised ? raised.error() : answer();
        take(outer);
        return close(answer, depth);
    }

    /** Closes one frame after the other, until one has to wait or all are done. */
    private Object close(Throwable exit, int depth) {
        Throwable pending = exit;
        while (outer != null) {
            try {
                Object outcome = closing.resumeBelow(raising(pending), depth);
                if (!closing.ended() && outcome != YIELDED) {
                    return await(closing, outcome);
                }
                pending = answer();
            } catch (Throwable answer) {
                pending = answer;
            }
            take(outer);
        }
        return resumeGenerator(raising(pending), depth);
    }

    /** What the frame above sees of one that has not failed. */
    private Throwable answer() {
        return closing.ended() ? new GeneratorExit() : closing.ignoredExit();
    }

    private void take(Frame frame) {
        closing = frame;
        outer = null;
        if (frame != generator) {
            outer = frame.leaveParent();
            if (frame instanceof AsyncGeneratorFrame delegate) {
                delegate.becomeOutermost();
            }
        }
    }
}
