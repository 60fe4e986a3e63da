package dev.fermata.transformer.woven;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.util.function.Consumer;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Makes a class with one suspendable method, {@code static Generator Made.m(...)}, out of instructions. */
final class HandMade {
    static final String NAME = "Made";

    private static final String GENERATOR = Type.getInternalName(Generator.class);

    private HandMade() {}

    /**
     * Makes it.
     *
     * @param parameters the descriptors of the parameters
     * @param code writes the instructions, with stack map frames where they are needed
     */
    static Classes method(String parameters, Consumer<MethodVisitor> code) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, NAME, null, "java/lang/Object", null);
        MethodVisitor method =
                writer.visitMethod(Opcodes.ACC_STATIC, "m", "(" + parameters + ")L" + GENERATOR + ";", null, null);
        method.visitAnnotation(Type.getDescriptor(Suspendable.class), true).visitEnd();
        method.visitCode();
        code.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return Classes.of(NAME, writer.toByteArray());
    }

    /** [value] to [sent] */
    static void yield(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
    }

    /** [int] to [Integer] */
    static void box(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
    }

    /** [long] to [Long] */
    static void boxLong(MethodVisitor code) {
        code.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Long", "valueOf", "(J)Ljava/lang/Long;", false);
    }

    /** Yields a text and drops what is sent. */
    static void yieldText(MethodVisitor code, String text) {
        code.visitLdcInsn(text);
        HandMade.yield(code);
        code.visitInsn(Opcodes.POP);
    }

    /** Ends without a result. */
    static void end(MethodVisitor code) {
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
    }
}
