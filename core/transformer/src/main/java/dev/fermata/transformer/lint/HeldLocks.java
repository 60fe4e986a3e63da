package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.Marker;
import dev.fermata.transformer.analysis.HeldDepth;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Locks that belong to a thread, held at a suspension point: the body may go on in another thread, which cannot release
 * them, and meanwhile whoever wants one waits for a coroutine that is not running.
 */
final class HeldLocks {
    private static final String LOCKS = "java/util/concurrent/locks/";

    private HeldLocks() {}

    static void report(MethodNode method, Findings findings) {
        HeldDepth locks = HeldDepth.of(method, HeldLocks::change);
        for (AbstractInsnNode insn : method.instructions) {
            if (Marker.of(insn).isPresent() && locks.isHeldAt(insn)) {
                findings.add(
                        DiagnosticCode.LOCK_HELD,
                        method,
                        insn,
                        Marker.of(insn).orElseThrow()
                                + " while a lock is held that belongs to the thread: the method may"
                                + " go on in another thread, which cannot unlock it; unlock it before the suspension point");
            }
        }
    }

    private static int change(AbstractInsnNode insn) {
        if (!(insn instanceof MethodInsnNode call) || !call.owner.startsWith(LOCKS)) {
            return 0;
        }
        return switch (call.name) {
            case "lock", "lockInterruptibly" -> 1;
            case "unlock" -> -1;
            default -> 0;
        };
    }
}
