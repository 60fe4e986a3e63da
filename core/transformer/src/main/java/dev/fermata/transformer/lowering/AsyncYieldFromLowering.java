package dev.fermata.transformer.lowering;

import dev.fermata.transformer.Marker;
import dev.fermata.transformer.SuspendableMethod;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;

/**
 * Makes the {@code yieldFrom} of asynchronous generators an {@code await}: the frame tells by the operand that it is to
 * pass on what the other one yields. Markers give an object, so the one that nobody wanted is dropped.
 *
 * <pre>
 *   g; invokestatic AsyncGenerator.yieldFrom       g; invokestatic Coroutine.await; pop
 * </pre>
 */
public final class AsyncYieldFromLowering {
    private AsyncYieldFromLowering() {}

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        InsnList code = target.method().instructions;
        for (AbstractInsnNode insn : code.toArray()) {
            if (Marker.of(insn).filter(Marker.ASYNC_YIELD_FROM::equals).isPresent()) {
                code.insert(insn, new InsnNode(Opcodes.POP));
                code.set(insn, new Await(Await.Form.YIELD_FROM));
            }
        }
    }
}
