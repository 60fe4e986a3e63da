package dev.fermata.context;

import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/** A thread-local that is set until a scope is closed. */
record ScopeValue<S>(Supplier<? extends S> getter, Function<? super S, ? extends AutoCloseable> opener)
        implements ThreadCarrier {
    @Override
    public Object capture() {
        return getter.get();
    }

    @Override
    @SuppressWarnings("unchecked") // it came from the getter
    public Installed install(Object value) {
        S before = getter.get();
        AutoCloseable scope = opener.apply((S) value);
        return () -> restore(scope, before);
    }

    /** A scope refuses to be closed while another one is open above it, which a suspended task may well have. */
    private void restore(AutoCloseable scope, S before) {
        try {
            scope.close();
            if (!Objects.equals(getter.get(), before)) {
                opener.apply(before);
            }
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("the scope of a carried value could not be closed", e);
        }
    }
}
