package dev.fermata.transformer.lint;

import dev.fermata.transformer.Marker;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Reading the instructions of a method. */
final class Code {
    private Code() {}

    /** The next instruction that does something, past labels, lines and frames; null at the end. */
    static AbstractInsnNode next(AbstractInsnNode insn) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0) {
            next = next.getNext();
        }
        return next;
    }

    /** Whether there is a suspension point in a method. */
    static boolean suspends(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (Marker.of(insn).isPresent()) {
                return true;
            }
        }
        return false;
    }
}
