package dev.fermata.frame;

/**
 * Stands between two frames where the stack has become deep: it lets every body on the stack return, then runs the inner
 * frame from the bottom of an empty one. A frame that is suspended in a delegate is linked at once: its innermost frame
 * is then the one to run.
 */
final class DeferredFrame extends Frame {
    private static final int STACK_UNWOUND = 1;
    private static final int INNER_SUSPENDED = 2;

    private Frame inner;

    DeferredFrame(Frame inner) {
        this.inner = inner;
    }

    @Override
    public Object step(Object input, int depth) {
        switch (begin()) {
            case 0:
                if (inner.innermost() == inner) {
                    suspendAt(STACK_UNWOUND);
                } else {
                    delegateTo(inner, INNER_SUSPENDED);
                }
                return DEFERRED;
            case STACK_UNWOUND:
                return runInner(input, depth);
            default:
                end();
                inner = null;
                return take(input);
        }
    }

    private Object runInner(Object input, int depth) {
        Object outcome;
        try {
            outcome = inner.step(input, depth + 1);
        } catch (Throwable error) {
            throw Throwing.asIs(fail(error));
        }
        if (inner.ended()) {
            end();
            inner = null;
        } else {
            delegateTo(inner, INNER_SUSPENDED);
        }
        return outcome;
    }

    @Override
    protected String method() {
        return inner.method();
    }

    @Override
    Object face() {
        return inner.face();
    }

    @Override
    Frame adopt(Object target) {
        throw new AssertionError("a deferred frame has no suspension points of its own");
    }

    @Override
    String kind() {
        return inner.kind();
    }

    @Override
    void refuseEnded() {}
}
