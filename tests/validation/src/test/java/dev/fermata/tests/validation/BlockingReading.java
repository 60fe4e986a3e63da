package dev.fermata.tests.validation;

import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Turns every marker of a class, and every call for the iterator of an asynchronous generator, into a call of its blocking
 * counterpart; nothing else changes.
 */
public final class BlockingReading extends ClassVisitor {
    private static final Set<String> MARKERS = Set.of(
            "dev/fermata/Coroutine.await",
            "dev/fermata/Coroutine.suspend",
            "dev/fermata/Generator.yield",
            "dev/fermata/Generator.yieldFrom");

    private static final String ASYNC_GENERATOR = "dev/fermata/AsyncGenerator";
    private static final String ITERATOR_DESC = "(L" + ASYNC_GENERATOR + ";)Ljava/util/Iterator;";
    private static final String BLOCKING = Type.getInternalName(Blocking.class);

    private BlockingReading(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    public static byte[] of(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(new BlockingReading(writer), 0);
        return writer.toByteArray();
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return new MethodVisitor(api, next) {
            @Override
            public void visitMethodInsn(int opcode, String owner, String name, String desc, boolean isInterface) {
                if (opcode == Opcodes.INVOKESTATIC && MARKERS.contains(owner + "." + name)) {
                    super.visitMethodInsn(opcode, BLOCKING, name, desc, false);
                } else if (owner.equals(ASYNC_GENERATOR) && name.equals("iterator")) {
                    super.visitMethodInsn(Opcodes.INVOKESTATIC, BLOCKING, name, ITERATOR_DESC, false);
                } else {
                    super.visitMethodInsn(opcode, owner, name, desc, isInterface);
                }
            }
        };
    }
}
