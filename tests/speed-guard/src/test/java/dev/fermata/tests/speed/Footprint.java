package dev.fermata.tests.speed;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.openjdk.jol.datamodel.Model64;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.layouters.HotSpotLayouter;
import org.openjdk.jol.layouters.Layouter;

/**
 * Bytes that objects take on a 64-bit VM with compressed references and class pointers, the default up to heaps of 32 GB.
 * They are computed from the fields, so the VM that runs this may be another.
 */
final class Footprint {
    private static final Layouter LAYOUT = new HotSpotLayouter(new Model64(true, true), 17);

    private Footprint() {}

    /** One object of a class. */
    static long of(Class<?> type) {
        return ClassLayout.parseClass(type, LAYOUT).instanceSize();
    }

    /** All objects of ours that can be reached from one of them, other than by way of some shared one. */
    static long reachableFrom(Object root, Object shared) throws IllegalAccessException {
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        seen.add(shared);
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        long bytes = 0;
        while (!open.isEmpty()) {
            Object object = open.remove();
            if (!seen.add(object)) {
                continue;
            }
            if (object instanceof Iterable<?> elements && !isOurs(object)) {
                elements.forEach(open::add);
            } else if (object instanceof Object[] elements) {
                addNonNull(open, elements);
            } else if (isOurs(object)) {
                bytes += of(object.getClass());
                addReferences(open, object);
            }
        }
        return bytes;
    }

    private static void addReferences(Deque<Object> open, Object object) throws IllegalAccessException {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    addNonNull(open, field.get(object));
                }
            }
        }
    }

    private static void addNonNull(Deque<Object> open, Object... references) {
        for (Object reference : references) {
            if (reference != null) {
                open.add(reference);
            }
        }
    }

    private static boolean isOurs(Object object) {
        return object.getClass().getName().startsWith("dev.fermata.");
    }
}
