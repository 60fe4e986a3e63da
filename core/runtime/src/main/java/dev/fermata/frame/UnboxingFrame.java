package dev.fermata.frame;

import dev.fermata.Delegate;
import dev.fermata.StopIteration;

/** What {@link AdapterFrame} is, for a delegate whose values are wanted without their boxes. */
final class UnboxingFrame extends PrimitiveFrame {
    private static final int STARTED = 1;

    private final Delegate<?, Object, ?> target;
    private final Primitive type;

    @SuppressWarnings("unchecked") // nothing but null is ever sent
    UnboxingFrame(Delegate<?, ?, ?> target, Primitive type) {
        this.target = (Delegate<?, Object, ?>) target;
        this.type = type;
    }

    @Override
    public Object step(Object input, int depth) {
        if (begin() < 0) {
            return null;
        }
        try {
            handOut(type.unbox(AdapterFrame.pass(target, input)));
            suspendAt(STARTED);
            return null;
        } catch (StopIteration stop) {
            end();
            return stop.value();
        } catch (Throwable error) {
            throw Throwing.asIs(fail(error));
        }
    }

    @Override
    protected String method() {
        return String.valueOf(target);
    }

    @Override
    Object face() {
        return target;
    }

    @Override
    Primitive type() {
        return type;
    }
}
