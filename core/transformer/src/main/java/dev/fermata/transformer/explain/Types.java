package dev.fermata.transformer.explain;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Types as readers want them: without packages. */
final class Types {
    private Types() {}

    /** A verification type, in ASM's notation. */
    static String ofVerification(Object type) {
        if (type == Opcodes.NULL) {
            return "null";
        }
        if (type == Opcodes.INTEGER) {
            return "int";
        }
        if (type == Opcodes.LONG) {
            return "long";
        }
        if (type == Opcodes.FLOAT) {
            return "float";
        }
        if (type == Opcodes.DOUBLE) {
            return "double";
        }
        return ofInternal(String.valueOf(type));
    }

    /** A descriptor of a field or variable. */
    static String ofDescriptor(String descriptor) {
        return of(Type.getType(descriptor));
    }

    /** An internal name, or the descriptor of an array. */
    static String ofInternal(String name) {
        return name.startsWith("[") ? ofDescriptor(name) : simple(name.replace('/', '.'));
    }

    /** What a handler catches, null being all. */
    static String ofCaught(String name) {
        return name == null ? "everything" : ofInternal(name);
    }

    static String of(Type type) {
        return simple(type.getClassName());
    }

    /** A descriptor of a method as its parameters: {@code (int, String)}. */
    static String parameters(String descriptor) {
        StringBuilder text = new StringBuilder("(");
        String separator = "";
        for (Type argument : Type.getArgumentTypes(descriptor)) {
            text.append(separator).append(of(argument));
            separator = ", ";
        }
        return text.append(')').toString();
    }

    /** A nested class as it stands in the source; but two dollars are ours, and lead to no class that has a source. */
    private static String simple(String name) {
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return simple.contains("$$") ? simple : simple.replace('$', '.');
    }
}
