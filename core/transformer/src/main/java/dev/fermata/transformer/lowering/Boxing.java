package dev.fermata.transformer.lowering;

import dev.fermata.transformer.Primitive;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** The calls by which compilers box a value, and what becomes of them where no box is wanted. */
public final class Boxing {
    /** There is no instruction that converts the value. */
    public static final int IMPOSSIBLE = -1;

    private Boxing() {}

    /** The call that boxes the operand of an instruction; null if it is not boxed just before. */
    public static MethodInsnNode before(AbstractInsnNode insn) {
        AbstractInsnNode at = insn.getPrevious();
        while (at != null && at.getOpcode() < 0) {
            if (at instanceof FrameNode) {
                return null; // others jump in between
            }
            at = at.getPrevious();
        }
        return at instanceof MethodInsnNode call && boxes(call) ? call : null;
    }

    /**
     * The instruction that takes the place of a box: the widening of JLS 5.1.2 from what was boxed, {@code nop} if there is
     * none needed, {@link #IMPOSSIBLE} if Java would not convert it.
     */
    public static int widening(MethodInsnNode boxing, Primitive wanted) {
        return switch (boxed(boxing).getSort()) {
            case Type.BYTE, Type.SHORT, Type.CHAR, Type.INT -> fromInt(wanted);
            case Type.LONG ->
                wanted == Primitive.LONG ? Opcodes.NOP : wanted == Primitive.DOUBLE ? Opcodes.L2D : IMPOSSIBLE;
            case Type.FLOAT -> wanted == Primitive.DOUBLE ? Opcodes.F2D : IMPOSSIBLE;
            case Type.DOUBLE -> wanted == Primitive.DOUBLE ? Opcodes.NOP : IMPOSSIBLE;
            default -> IMPOSSIBLE;
        };
    }

    /** The type of what is boxed. */
    public static Type boxed(MethodInsnNode boxing) {
        return Type.getArgumentTypes(boxing.desc)[0];
    }

    private static int fromInt(Primitive wanted) {
        return switch (wanted) {
            case INT -> Opcodes.NOP;
            case LONG -> Opcodes.I2L;
            case DOUBLE -> Opcodes.I2D;
        };
    }

    /** {@code Integer.valueOf(int)} and the like; not {@code valueOf(String)}. */
    private static boolean boxes(MethodInsnNode call) {
        if (call.getOpcode() != Opcodes.INVOKESTATIC || !call.name.equals("valueOf")) {
            return false;
        }
        Type[] arguments = Type.getArgumentTypes(call.desc);
        return arguments.length == 1
                && arguments[0].getSort() <= Type.DOUBLE
                && Type.getReturnType(call.desc).getInternalName().equals(call.owner)
                && call.owner.startsWith("java/lang/")
                && !call.owner.equals("java/lang/String");
    }
}
