package dev.fermata.transformer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * The fields of a frame class. A field has exactly the verification type of what it holds, so restoring needs no cast,
 * which could fail where the original code could not: the type may be inaccessible to the host or missing at run time.
 * Values that are kept at different points share fields, because a frame is at one point at a time.
 */
public final class FrameLayout {
    /** A field of the frame class. */
    public record Field(String name, String desc) {
        public boolean isReference() {
            return desc.length() > 1;
        }
    }

    /** The fields of one descriptor. */
    private record Pool(int ordinal, List<Field> fields) {}

    /** By descriptor, in order of first need. */
    private final Map<String, Pool> fields = new LinkedHashMap<>();

    private final List<Field> unshared = new ArrayList<>();

    /** Starts a point, at which every field is free again. */
    Allocation newPoint() {
        return new Allocation();
    }

    /** A value with a field to itself, whatever is kept at a point. */
    SpillPlan.Value unshared(String name, Object type) {
        Field field = new Field(name, descriptor(type));
        unshared.add(field);
        return new SpillPlan.Value(type, field);
    }

    /** All fields, in a stable order. */
    public List<Field> fields() {
        List<Field> all = new ArrayList<>();
        fields.values().forEach(pool -> all.addAll(pool.fields));
        all.addAll(unshared);
        return all;
    }

    /** The fields taken at one point. */
    final class Allocation {
        private final Map<String, Integer> taken = new HashMap<>();

        SpillPlan.Value place(Object type) {
            if (type == Opcodes.NULL) {
                return new SpillPlan.Value(type, null);
            }
            String desc = descriptor(type);
            int index = taken.merge(desc, 1, Integer::sum) - 1;
            return new SpillPlan.Value(type, fieldAt(desc, index));
        }
    }

    private Field fieldAt(String desc, int index) {
        Pool pool = fields.computeIfAbsent(desc, key -> new Pool(fields.size(), new ArrayList<>()));
        if (index == pool.fields.size()) {
            pool.fields.add(new Field(name(desc, pool.ordinal, index), desc));
        }
        return pool.fields.get(index);
    }

    private static String name(String desc, int ordinal, int index) {
        return switch (desc) {
            case "I" -> "int" + index;
            case "J" -> "long" + index;
            case "F" -> "float" + index;
            case "D" -> "double" + index;
            default -> "ref" + ordinal + "_" + index;
        };
    }

    /** All that is smaller than an int is one in frames; a narrower field would change the value. */
    private static String descriptor(Object type) {
        if (type == Opcodes.INTEGER) {
            return "I";
        }
        if (type == Opcodes.LONG) {
            return "J";
        }
        if (type == Opcodes.FLOAT) {
            return "F";
        }
        if (type == Opcodes.DOUBLE) {
            return "D";
        }
        if (type instanceof String name) {
            return name.startsWith("[") ? name : "L" + name + ";";
        }
        throw new IllegalStateException("a value of type " + type + " cannot be kept in a field");
    }
}
