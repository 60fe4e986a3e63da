package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.analysis.Liveness;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Finds calls that make a coroutine or generator which nobody can run, because it is dropped at once:
 *
 * <pre>
 *   invokestatic Files.save()Coroutine
 *   pop                                    or: astore 3, and slot 3 is never read
 * </pre>
 *
 * Calling runs nothing, so {@code save();} in place of {@code await(save());} does nothing at all. A store counts only if
 * no path reads the slot before it is stored to again.
 */
final class DroppedCoroutines {
    private final MethodNode method;
    private Liveness liveness;

    private DroppedCoroutines(MethodNode method) {
        this.method = method;
    }

    static void check(MethodNode method, Findings findings) {
        DroppedCoroutines dropped = new DroppedCoroutines(method);
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && makesOne(call) && dropped.drops(call)) {
                findings.add(DiagnosticCode.DROPPED_COROUTINE, method, call, message(call));
            }
        }
    }

    /** What the markers' own types make ({@code Coroutine.of}) has no body; it is only a result. */
    private static boolean makesOne(MethodInsnNode call) {
        boolean isResult = call.owner.equals(RuntimeNames.COROUTINE) || call.owner.equals(RuntimeNames.GENERATOR);
        return !isResult
                && (isCoroutine(call)
                        || returned(call).equals(RuntimeNames.GENERATOR)
                        || returned(call).equals(RuntimeNames.ASYNC_GENERATOR));
    }

    private static boolean isCoroutine(MethodInsnNode call) {
        return returned(call).equals(RuntimeNames.COROUTINE);
    }

    private static String returned(MethodInsnNode call) {
        return Type.getReturnType(call.desc).getInternalName();
    }

    private boolean drops(MethodInsnNode call) {
        AbstractInsnNode next = Code.next(call);
        if (next == null) {
            return false;
        }
        return next.getOpcode() == Opcodes.POP || next.getOpcode() == Opcodes.ASTORE && isNeverRead((VarInsnNode) next);
    }

    /** The analysis is made only for a method that has something to ask. */
    private boolean isNeverRead(VarInsnNode store) {
        if (liveness == null) {
            liveness = Liveness.of(method, new ControlFlow(method));
        }
        return !liveness.before(method.instructions.indexOf(store) + 1).get(store.var);
    }

    private static String message(MethodInsnNode call) {
        return isCoroutine(call)
                ? "the coroutine that " + call.name
                        + " returns is dropped, so its body never runs: await it, or start it as a task of a loop"
                : "the generator that " + call.name
                        + " returns is dropped, so its body never runs: iterate over it, or hand it to yieldFrom";
    }
}
