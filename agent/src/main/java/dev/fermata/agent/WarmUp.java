package dev.fermata.agent;

import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.Map;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Weaves a class and defines one before the first class of the application is woven: what weaving needs is then loaded
 * and linked, and an agent that does not work at all says so.
 */
final class WarmUp {
    private static final String NAME = "dev/fermata/agent/Sample";
    private static final String COUNT_DESC = "(I)L" + RuntimeNames.GENERATOR + ";";

    private WarmUp() {}

    static void run(Weaver weaver, FrameDefiner definer) {
        byte[] sample = sample();
        if (!(weaver.weave(sample) instanceof WeaveResult.Success success)) {
            throw new IllegalStateException("the agent cannot weave its own sample");
        }
        for (Map.Entry<String, byte[]> frame : success.frames().entrySet()) {
            warmUp(definer, frame.getKey());
        }
    }

    /** The sample's frame would need the runtime, which the agent does not have; an empty class does as well. */
    private static void warmUp(FrameDefiner definer, String name) {
        ClassWriter empty = new ClassWriter(0);
        empty.visit(Opcodes.V1_8, Opcodes.ACC_SUPER, name, null, RuntimeNames.OBJECT, null);
        byte[] classFile = empty.toByteArray();
        ClassLoader loader = new ClassLoader(null) {};
        definer.define(loader, null, name, classFile);
        definer.define(loader, null, name, classFile); // the way of a duplicate
    }

    /**
     * <pre>{@code
     * @Suspendable static Generator count(int to) {
     *     for (int i = 0; i < to; i++) Generator.yield(i);
     *     return null;
     * }
     * }</pre>
     */
    private static byte[] sample() {
        ClassWriter host = new ClassWriter(0);
        host.visit(Opcodes.V1_8, Opcodes.ACC_SUPER, NAME, null, RuntimeNames.OBJECT, null);
        MethodVisitor count = host.visitMethod(Opcodes.ACC_STATIC, "count", COUNT_DESC, null, null);
        count.visitAnnotation(RuntimeNames.SUSPENDABLE, true).visitEnd();
        count.visitCode();
        Label test = new Label();
        Label end = new Label();
        count.visitInsn(Opcodes.ICONST_0);
        count.visitVarInsn(Opcodes.ISTORE, 1);
        count.visitLabel(test);
        count.visitFrame(Opcodes.F_NEW, 2, new Object[] {Opcodes.INTEGER, Opcodes.INTEGER}, 0, new Object[0]);
        count.visitVarInsn(Opcodes.ILOAD, 1);
        count.visitVarInsn(Opcodes.ILOAD, 0);
        count.visitJumpInsn(Opcodes.IF_ICMPGE, end);
        count.visitVarInsn(Opcodes.ILOAD, 1);
        count.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
        count.visitMethodInsn(
                Opcodes.INVOKESTATIC, RuntimeNames.GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
        count.visitInsn(Opcodes.POP);
        count.visitIincInsn(1, 1);
        count.visitJumpInsn(Opcodes.GOTO, test);
        count.visitLabel(end);
        count.visitFrame(Opcodes.F_NEW, 2, new Object[] {Opcodes.INTEGER, Opcodes.INTEGER}, 0, new Object[0]);
        count.visitInsn(Opcodes.ACONST_NULL);
        count.visitInsn(Opcodes.ARETURN);
        count.visitMaxs(2, 2);
        count.visitEnd();
        return host.toByteArray();
    }
}
