package dev.fermata.agent;

import java.lang.invoke.MethodHandles;
import java.util.function.Supplier;

/**
 * Gives access to the protected methods of {@code ClassLoader}, once {@code java.lang} has been opened to its module. Of
 * use only in a module of its own; see {@link FrameDefiner#open}.
 */
public final class ClassLoaderLookup implements Supplier<MethodHandles.Lookup> {
    /** Called by reflection. */
    public ClassLoaderLookup() {}

    @Override
    public MethodHandles.Lookup get() {
        try {
            return MethodHandles.privateLookupIn(ClassLoader.class, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
