package dev.fermata.tests.stress.weaving;

import org.objectweb.asm.Type;
import org.objectweb.asm.commons.InstructionAdapter;

/** Makes an object of a returned value and takes it out again. All that the JVM computes with as an int travels as one. */
final class Boxing {
    private Boxing() {}

    /** [value] to [object] */
    static void box(Type type, InstructionAdapter code) {
        Type box = boxOf(type);
        if (box != null) {
            code.invokestatic(box.getInternalName(), "valueOf", Type.getMethodDescriptor(box, computed(type)), false);
        }
    }

    /** [object] to [value] */
    static void unbox(Type type, InstructionAdapter code) {
        Type box = boxOf(type);
        if (box != null) {
            String method = computed(type).getClassName() + "Value";
            code.checkcast(box);
            code.invokevirtual(box.getInternalName(), method, Type.getMethodDescriptor(computed(type)), false);
        } else if (!type.getDescriptor().equals("Ljava/lang/Object;")) {
            code.checkcast(type);
        }
    }

    private static Type computed(Type type) {
        return switch (type.getSort()) {
            case Type.BOOLEAN, Type.BYTE, Type.SHORT, Type.CHAR -> Type.INT_TYPE;
            default -> type;
        };
    }

    private static Type boxOf(Type type) {
        return switch (computed(type).getSort()) {
            case Type.INT -> Type.getType(Integer.class);
            case Type.LONG -> Type.getType(Long.class);
            case Type.FLOAT -> Type.getType(Float.class);
            case Type.DOUBLE -> Type.getType(Double.class);
            default -> null;
        };
    }
}
