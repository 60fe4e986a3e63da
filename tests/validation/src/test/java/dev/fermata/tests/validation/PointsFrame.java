package dev.fermata.tests.validation;

import dev.fermata.Awaitable;
import dev.fermata.frame.AsyncGeneratorFrame;
import dev.fermata.frame.Frame;
import java.util.Iterator;

/** An asynchronous generator, written by hand, that awaits one point after the other and yields what they give. */
final class PointsFrame extends AsyncGeneratorFrame {
    private static final int AWAITS = 1;
    private static final int HAS_YIELDED = 2;

    private final Iterator<? extends Awaitable<?>> points;

    PointsFrame(Iterator<? extends Awaitable<?>> points) {
        this.points = points;
    }

    @Override
    public Object step(Object input, int depth) {
        int from = begin();
        if (from < 0) {
            return null;
        }
        try {
            Object given = from == 0 ? null : take(input);
            return from == AWAITS ? yielded(given) : awaitNext(depth);
        } catch (Throwable error) {
            throw Point.sneaky(fail(error));
        }
    }

    private Object awaitNext(int depth) {
        if (!points.hasNext()) {
            end();
            return null;
        }
        Frame point = enter(points.next(), depth);
        Object outcome = point.step(null, depth + 1);
        if (point.ended()) {
            return yielded(outcome);
        }
        delegateTo(point, AWAITS);
        return outcome;
    }

    private Object yielded(Object value) {
        suspendAt(HAS_YIELDED);
        return yielding(value);
    }

    @Override
    protected String method() {
        return "Trial.each";
    }
}
