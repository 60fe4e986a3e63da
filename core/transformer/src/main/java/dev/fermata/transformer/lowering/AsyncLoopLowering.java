package dev.fermata.transformer.lowering;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.analysis.AsyncLoops;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Makes the enhanced {@code for} over an asynchronous generator await each value (PEP 492's {@code async for}).
 *
 * <pre>
 *   invokeinterface AsyncGenerator.iterator      invokestatic AsyncIterator.over
 *   invokeinterface Iterator.hasNext             invokestatic Coroutine.await; checkcast Boolean; booleanValue
 *   invokeinterface Iterator.next                invokestatic AsyncIterator.value
 * </pre>
 */
public final class AsyncLoopLowering {
    private static final String BOOLEAN = "java/lang/Boolean";

    private AsyncLoopLowering() {}

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        InsnList code = target.method().instructions;
        AsyncLoops loops = loopsOf(target);
        for (MethodInsnNode start : loops.starts()) {
            code.set(start, toRuntime(RuntimeNames.OVER));
        }
        for (MethodInsnNode step : loops.steps()) {
            if (AsyncLoops.isHasNext(step)) {
                code.insertBefore(step, new Await(Await.Form.LOOP));
                code.insertBefore(step, new TypeInsnNode(Opcodes.CHECKCAST, BOOLEAN));
                code.set(step, new MethodInsnNode(Opcodes.INVOKEVIRTUAL, BOOLEAN, "booleanValue", "()Z", false));
            } else {
                code.set(step, toRuntime(RuntimeNames.VALUE));
            }
        }
    }

    private static AsyncLoops loopsOf(SuspendableMethod target) {
        try {
            return AsyncLoops.of(target.host().name, target.method());
        } catch (AnalyzerException e) {
            throw new UnsupportedBytecodeException(
                    e.node, "the loops of this method cannot be analysed (" + e.getMessage() + ")");
        }
    }

    private static MethodInsnNode toRuntime(RuntimeNames.Member member) {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC, RuntimeNames.ASYNC_ITERATOR, member.name(), member.desc(), false);
    }
}
