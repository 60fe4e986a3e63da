package dev.fermata.transformer.lowering;

import dev.fermata.transformer.RuntimeNames;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodInsnNode;

/** The marker into which other ways to wait are lowered. */
final class Await {
    private Await() {}

    /** [operand] to [result], both any object: what is awaited is looked at when it runs. */
    static MethodInsnNode call() {
        return new MethodInsnNode(
                Opcodes.INVOKESTATIC,
                RuntimeNames.COROUTINE,
                RuntimeNames.AWAIT.name(),
                RuntimeNames.AWAIT.desc(),
                true);
    }
}
