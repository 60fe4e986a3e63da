package dev.fermata.transformer.emit;

import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Leaves one stack map frame per instruction (JVMS 4.7.4). Where one of ours meets one of the user's, as at {@code
 * for (;;) await(f)}, the later one is the user's and holds for every jump that comes in; ours says at least as much.
 */
final class FrameMerger {
    private FrameMerger() {}

    static void apply(MethodNode method) {
        FrameNode pending = null;
        for (AbstractInsnNode insn : method.instructions.toArray()) {
            if (insn instanceof FrameNode frame) {
                if (pending != null) {
                    method.instructions.remove(pending);
                }
                pending = frame;
            } else if (insn.getOpcode() >= 0) {
                pending = null;
            }
        }
    }
}
