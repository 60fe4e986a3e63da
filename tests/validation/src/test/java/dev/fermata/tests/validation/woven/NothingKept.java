package dev.fermata.tests.validation.woven;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A frame must not keep alive what its method has dropped, so whoever reads a reference out of a frame empties the field
 * in the next three instructions, none of which can throw or return:
 *
 * <pre>
 *   getfield f; aload 0; aconst_null; putfield f
 * </pre>
 */
public final class NothingKept {
    private NothingKept() {}

    /** Reads in a body that leave the reference where it is. */
    public static List<String> problems(WovenMethod method) {
        List<String> problems = new ArrayList<>();
        for (AbstractInsnNode insn : method.body().instructions) {
            if (insn instanceof FieldInsnNode read
                    && insn.getOpcode() == Opcodes.GETFIELD
                    && read.owner.equals(method.frame().name)
                    && read.desc.length() > 1
                    && !isEmptied(read)) {
                problems.add(method + " leaves a reference in " + read.name);
            }
        }
        return problems;
    }

    private static boolean isEmptied(FieldInsnNode read) {
        AbstractInsnNode load = read.getNext();
        AbstractInsnNode constant = load.getNext();
        return load instanceof VarInsnNode frame
                && frame.var == 0
                && constant.getOpcode() == Opcodes.ACONST_NULL
                && constant.getNext() instanceof FieldInsnNode write
                && write.getOpcode() == Opcodes.PUTFIELD
                && write.owner.equals(read.owner)
                && write.name.equals(read.name);
    }
}
