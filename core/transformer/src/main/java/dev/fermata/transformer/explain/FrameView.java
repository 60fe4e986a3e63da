package dev.fermata.transformer.explain;

import java.util.List;

/**
 * The frame class of a method and the size of its objects in a 64-bit HotSpot with compressed references.
 *
 * @param name the class, dotted
 * @param base the runtime's class that it extends, without the package
 * @param fields its own fields
 * @param size what one object takes
 */
public record FrameView(String name, String base, List<Field> fields, ObjectSize size) {
    /**
     * A field.
     *
     * @param name its name
     * @param type its type without the package
     * @param uses what it holds when, as in "total at 1 and 2"
     */
    public record Field(String name, String type, String uses) {}
}
