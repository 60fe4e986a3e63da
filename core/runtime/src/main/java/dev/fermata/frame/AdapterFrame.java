package dev.fermata.frame;

import dev.fermata.Delegate;
import dev.fermata.GeneratorExit;
import dev.fermata.StopIteration;

/**
 * The frame of a delegate that is not one of ours, or that is shared with somebody else and so must be driven through
 * its public operations.
 */
final class AdapterFrame extends Frame {
    private static final int STARTED = 1;

    private final Delegate<?, Object, ?> target;

    @SuppressWarnings("unchecked") // the values sent are the user's business
    AdapterFrame(Delegate<?, ?, ?> target) {
        this.target = (Delegate<?, Object, ?>) target;
    }

    @Override
    public Object step(Object input, int depth) {
        if (begin() < 0) {
            return null;
        }
        try {
            Object yielded = pass(target, input);
            suspendAt(STARTED);
            return yielded;
        } catch (StopIteration stop) {
            end();
            return stop.value();
        } catch (Throwable error) {
            throw Throwing.asIs(fail(error));
        }
    }

    /** Resumes a delegate as its frame is; a {@link StopIteration} is its end. */
    static Object pass(Delegate<?, Object, ?> target, Object input) {
        if (input instanceof Raised raised) {
            if (raised.error() instanceof GeneratorExit exit) {
                target.close();
                throw exit;
            }
            return target.raise(raised.error());
        }
        return input == null ? target.next() : target.send(input);
    }

    @Override
    protected String method() {
        return String.valueOf(target);
    }

    @Override
    Object face() {
        return target instanceof IteratorDelegate adapted ? adapted.iterator() : target;
    }

    @Override
    Frame adopt(Object inner) {
        throw new AssertionError("an adapter has no suspension points of its own");
    }

    @Override
    String kind() {
        return "delegate";
    }

    @Override
    void refuseEnded() {}
}
