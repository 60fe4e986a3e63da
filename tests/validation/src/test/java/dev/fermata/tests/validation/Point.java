package dev.fermata.tests.validation;

import dev.fermata.Awaitable;
import dev.fermata.Delegate;
import dev.fermata.StopIteration;
import java.util.function.Function;

/** Something to await that suspends as often as the mask says and then ends as the input says. */
record Point<T>(Trial trial, String label, T value, Function<String, Exception> failure) implements Awaitable<T> {
    @Override
    public Delegate<?, ?, T> awaiter() {
        return new Wait<>(this);
    }

    /** One wait; what it yields to the driver is itself. */
    static final class Wait<T> implements Delegate<Object, Object, T> {
        private final Point<T> point;
        private final Fault fault;
        private final boolean raises;
        private int pauses;

        Wait(Point<T> point) {
            this.point = point;
            Trial trial = point.trial;
            int index = trial.nextPoint();
            fault = trial.faultAt(index);
            raises = trial.mask().raises(index);
            pauses = trial.mask().pauses(index);
            trial.log("await", point.label);
        }

        /** Whether the driver is to answer by raising {@link #failure}. */
        boolean isToBeRaised() {
            return pauses == 0 && raises && fault.isThrown();
        }

        Throwable failure() {
            return fault == Fault.FATAL ? new Trial.Fatal(point.label) : point.failure.apply(point.label);
        }

        @Override
        public Object next() {
            if (pauses > 0) {
                pauses--;
                return this;
            }
            if (fault.isThrown()) {
                throw sneaky(failure());
            }
            point.trial.log("ready", point.label);
            throw new StopIteration(
                    switch (fault) {
                        case WRONG_TYPE -> new Trial.Intruder();
                        case NULL -> null;
                        default -> point.value;
                    });
        }

        @Override
        public Object send(Object value) {
            if (value != null) {
                throw new AssertionError("nothing is sent to what suspended with itself, but " + value);
            }
            return next();
        }

        @Override
        public Object raise(Throwable error) {
            throw sneaky(error);
        }

        @Override
        public void close() {}
    }

    static RuntimeException sneaky(Throwable error) {
        throw Point.<RuntimeException>sneakily(error);
    }

    @SuppressWarnings("unchecked") // erased: throws checked exceptions as they are
    private static <E extends Throwable> E sneakily(Throwable error) throws E {
        throw (E) error;
    }
}
