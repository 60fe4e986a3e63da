package dev.fermata.tests.validation.woven;

import java.util.List;
import org.objectweb.asm.tree.analysis.Value;

/**
 * An object by where it comes from, for comparing monitors: copies of one value are equal.
 *
 * @param size in slots
 * @param origin the instruction or parameter that made it; {@link #UNKNOWN} where different ones meet
 */
record Held(int size, Object origin) implements Value {
    static final Object UNKNOWN = List.of("unknown");

    @Override
    public int getSize() {
        return size;
    }

    boolean mayBe(Held other) {
        return origin == UNKNOWN || other.origin == UNKNOWN || origin.equals(other.origin);
    }
}
