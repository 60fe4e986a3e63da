package dev.fermata.transformer.lowering;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Makes the common ways to end a body cost nothing: {@code return Coroutine.of(x)}, {@code return
 * Generator.returning(x)} and {@code return CompletableFuture.completedFuture(x)} lose the call and return {@code x}
 * itself. Every other return of an object is a delegation.
 *
 * <pre>
 *   x; invokestatic Coroutine.of; areturn      x; areturn
 * </pre>
 */
public final class ReturnLowering {
    private ReturnLowering() {}

    /**
     * Rewrites the method in place.
     *
     * @return the {@code areturn} instructions that now return the result itself
     */
    public static Set<AbstractInsnNode> apply(SuspendableMethod target) {
        InsnList code = target.method().instructions;
        Set<AbstractInsnNode> results = Collections.newSetFromMap(new IdentityHashMap<>());
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() == Opcodes.ARETURN) {
                AbstractInsnNode before = instructionBefore(insn);
                if (before != null && wrapsResult(before)) {
                    code.remove(before);
                    results.add(insn);
                }
            }
        }
        return results;
    }

    /** The instruction that alone leads here: a frame in between would mean that others jump in. */
    private static AbstractInsnNode instructionBefore(AbstractInsnNode insn) {
        AbstractInsnNode at = insn.getPrevious();
        while (at != null && at.getOpcode() < 0) {
            if (at instanceof FrameNode) {
                return null;
            }
            at = at.getPrevious();
        }
        return at;
    }

    private static boolean wrapsResult(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESTATIC
                && (is(call, RuntimeNames.GENERATOR, RuntimeNames.RETURNING)
                        || is(call, RuntimeNames.COROUTINE, RuntimeNames.OF)
                        || is(call, RuntimeNames.COMPLETABLE_FUTURE, RuntimeNames.COMPLETED_FUTURE)
                        || is(call, RuntimeNames.COMPLETABLE_FUTURE, RuntimeNames.COMPLETED_STAGE));
    }

    private static boolean is(MethodInsnNode call, String owner, RuntimeNames.Member member) {
        return call.owner.equals(owner) && call.name.equals(member.name()) && call.desc.equals(member.desc());
    }
}
