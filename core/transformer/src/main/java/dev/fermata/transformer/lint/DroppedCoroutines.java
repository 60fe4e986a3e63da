package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.analysis.Liveness;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Coroutines that are made and dropped: {@code read();} where {@code await(read());} is meant. Nothing runs. The call's
 * result is popped, or stored in a variable that nothing reads.
 */
final class DroppedCoroutines {
    private static final String COROUTINE = "L" + RuntimeNames.COROUTINE + ";";

    private DroppedCoroutines() {}

    static void report(MethodNode method, Findings findings) {
        Liveness liveness = null;
        for (AbstractInsnNode insn : method.instructions) {
            if (makesCoroutine(insn)) {
                AbstractInsnNode next = next(insn);
                boolean stored = next != null && next.getOpcode() == Opcodes.ASTORE;
                if (stored && liveness == null) {
                    liveness = Liveness.of(method, new ControlFlow(method));
                }
                if (next != null && next.getOpcode() == Opcodes.POP || stored && isDead(next, method, liveness)) {
                    findings.add(
                            DiagnosticCode.COROUTINE_DROPPED,
                            method,
                            insn,
                            "the coroutine that " + nameOf(insn)
                                    + " makes is dropped, so nothing of it runs: await it, or" + " hand it to a loop");
                }
            }
        }
    }

    private static boolean makesCoroutine(AbstractInsnNode insn) {
        String desc = null;
        if (insn instanceof MethodInsnNode call) {
            desc = call.desc;
        } else if (insn instanceof InvokeDynamicInsnNode call) {
            desc = call.desc;
        }
        return desc != null && Type.getReturnType(desc).getDescriptor().equals(COROUTINE);
    }

    private static boolean isDead(AbstractInsnNode store, MethodNode method, Liveness liveness) {
        int after = method.instructions.indexOf(store) + 1;
        return after < method.instructions.size() && !liveness.before(after).get(((VarInsnNode) store).var);
    }

    private static AbstractInsnNode next(AbstractInsnNode insn) {
        AbstractInsnNode at = insn.getNext();
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }

    private static String nameOf(AbstractInsnNode call) {
        return (call instanceof MethodInsnNode method ? method.name : ((InvokeDynamicInsnNode) call).name) + "()";
    }
}
