package dev.fermata.frame;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** The objects in the variables of suspended methods, for those who look for what a task holds. */
public final class KeptValues {
    private KeptValues() {}

    /**
     * What the methods of a chain keep while they are suspended. Any thread may ask; then it gets what it finds in passing.
     *
     * @param root the outermost frame, not null
     * @return the objects, without nulls; without those of methods whose module does not open its package to this one
     */
    public static List<Object> of(Frame root) {
        List<Object> kept = new ArrayList<>();
        AwaitStack.forEach(root, frame -> addValues(frame, kept));
        return kept;
    }

    private static void addValues(Frame frame, List<Object> kept) {
        for (Field field : frame.getClass().getDeclaredFields()) {
            if (!field.getType().isPrimitive() && field.trySetAccessible()) {
                Object value = valueOf(field, frame);
                if (value != null) {
                    kept.add(value);
                }
            }
        }
    }

    private static Object valueOf(Field field, Frame frame) {
        try {
            return field.get(frame);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e); // it was made accessible
        }
    }
}
