package dev.fermata.context;

import java.util.function.Consumer;
import java.util.function.Supplier;

/** A thread-local that is read and set. */
record SetValue<S>(Supplier<? extends S> getter, Consumer<? super S> setter) implements ThreadCarrier {
    @Override
    public Object capture() {
        return getter.get();
    }

    @Override
    @SuppressWarnings("unchecked") // it came from the getter
    public Installed install(Object value) {
        S before = getter.get();
        setter.accept((S) value);
        return () -> setter.accept(before);
    }
}
