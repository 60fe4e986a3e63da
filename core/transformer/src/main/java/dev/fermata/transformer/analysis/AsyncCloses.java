package dev.fermata.transformer.analysis;

import dev.fermata.transformer.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The calls of {@code close()} on objects that may be an {@code AsyncCloseable}. The class of the object is not known, and
 * neither are the interfaces of its static type, so only types of the JDK and of our own are known to be none.
 */
public final class AsyncCloses {
    private static final Set<String> CERTAIN = Set.of(RuntimeNames.ASYNC_CLOSEABLE, RuntimeNames.ASYNC_GENERATOR);
    private static final Set<String> NEVER = Set.of(RuntimeNames.GENERATOR, RuntimeNames.COROUTINE);

    private AsyncCloses() {}

    /** The calls, in the order of the code; {@code super.close()} is none of them. */
    public static List<MethodInsnNode> in(MethodNode method) {
        List<MethodInsnNode> calls = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof MethodInsnNode call && isClose(call) && mayBeAsync(call.owner)) {
                calls.add(call);
            }
        }
        return calls;
    }

    /** Whether no other object can be closed by this call. */
    public static boolean isCertain(MethodInsnNode call) {
        return CERTAIN.contains(call.owner);
    }

    private static boolean isClose(MethodInsnNode call) {
        boolean isVirtual = call.getOpcode() == Opcodes.INVOKEVIRTUAL || call.getOpcode() == Opcodes.INVOKEINTERFACE;
        return isVirtual && call.name.equals("close") && call.desc.equals("()V");
    }

    private static boolean mayBeAsync(String owner) {
        return owner.equals("java/lang/AutoCloseable")
                || !owner.startsWith("java/")
                        && !owner.startsWith("javax/")
                        && !owner.startsWith("jdk/")
                        && !owner.startsWith("sun/")
                        && !owner.startsWith("com/sun/")
                        && !NEVER.contains(owner);
    }
}
