package dev.fermata.transformer.validation;

import dev.fermata.transformer.lowering.UnsupportedBytecodeException;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Refuses {@code jsr} and {@code ret}, which no class file that is new enough to weave may hold (JVMS 4.9.1). */
public final class Subroutines {
    private Subroutines() {}

    /** Looks through a method; throws UnsupportedBytecodeException at the first one. */
    public static void refuse(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn.getOpcode() == Opcodes.JSR || insn.getOpcode() == Opcodes.RET) {
                throw new UnsupportedBytecodeException(
                        insn,
                        "the method holds subroutines (jsr, ret), which class files have not been allowed since Java 7:"
                                + " update the tool that rewrote the class, or weave before it runs");
            }
        }
    }
}
