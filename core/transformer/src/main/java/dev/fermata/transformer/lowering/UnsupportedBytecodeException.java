package dev.fermata.transformer.lowering;

import org.objectweb.asm.tree.AbstractInsnNode;

/** Code of a shape that no known compiler makes and that cannot be woven. */
public final class UnsupportedBytecodeException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AbstractInsnNode insn;

    public UnsupportedBytecodeException(AbstractInsnNode insn, String message) {
        super(message);
        this.insn = insn;
    }

    /** Where it stands. */
    public AbstractInsnNode insn() {
        return insn;
    }
}
