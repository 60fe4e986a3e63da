package dev.fermata.transformer.lint;

import org.objectweb.asm.tree.AbstractInsnNode;

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
}
