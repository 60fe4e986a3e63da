package dev.fermata.transformer;

import java.util.Optional;
import org.objectweb.asm.Type;

/** The types for which Java has iterators and streams without boxes. */
public enum Primitive {
    INT(Type.INT_TYPE, "java/lang/Integer", RuntimeNames.INT_FRAME),
    LONG(Type.LONG_TYPE, "java/lang/Long", RuntimeNames.LONG_FRAME),
    DOUBLE(Type.DOUBLE_TYPE, "java/lang/Double", RuntimeNames.DOUBLE_FRAME);

    private final Type type;
    private final String box;
    private final String frameBase;

    Primitive(Type type, String box, String frameBase) {
        this.type = type;
        this.box = box;
        this.frameBase = frameBase;
    }

    /** What a method yields whose values are never boxed; empty for all other methods. */
    public static Optional<Primitive> of(Kind kind) {
        for (Primitive primitive : values()) {
            if (primitive.frameBase.equals(kind.frameBase())) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }

    public Type type() {
        return type;
    }

    /** Internal name of the class that boxes it. */
    public String box() {
        return box;
    }

    /** The type that a class boxes; empty if it boxes none of these. */
    public static Optional<Primitive> boxedBy(String box) {
        for (Primitive primitive : values()) {
            if (primitive.box.equals(box)) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }

    /** This type, if it is one of these. */
    public static Optional<Primitive> of(Type type) {
        for (Primitive primitive : values()) {
            if (primitive.type.equals(type)) {
                return Optional.of(primitive);
            }
        }
        return Optional.empty();
    }

    /** The method of a box that gives the value. */
    public RuntimeNames.Member unboxing() {
        return new RuntimeNames.Member(type.getClassName() + "Value", "()" + type.getDescriptor());
    }

    /** The static method that boxes a value. */
    public RuntimeNames.Member boxing() {
        return new RuntimeNames.Member("valueOf", "(" + type.getDescriptor() + ")L" + box + ";");
    }

    /** The method of the iterator that gives the next value. */
    public RuntimeNames.Member next() {
        String name = type.getClassName();
        return new RuntimeNames.Member(
                "next" + Character.toUpperCase(name.charAt(0)) + name.substring(1), "()" + type.getDescriptor());
    }

    /** The method of the frame that makes the stream. */
    public RuntimeNames.Member asStream() {
        String name = type.getClassName();
        return new RuntimeNames.Member(
                "asStream",
                "()Ljava/util/stream/" + Character.toUpperCase(name.charAt(0)) + name.substring(1) + "Stream;");
    }
}
