package dev.fermata.transformer.woven;

import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Adds constants to a class until hardly another one fits. */
final class FullConstantPool {
    /** One more than the highest index (JVMS 4.1, constant_pool_count). */
    private static final int LIMIT = 65_535;

    private static final int LEFT = 3;

    private FullConstantPool() {}

    static byte[] fill(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(writer, 0);
        int next = 0;
        for (int index = reader.getItemCount(); index < LIMIT - LEFT; index++) {
            int added = writer.newConst(100_000_000 + next++);
            if (added != index) {
                throw new AssertionError("constant " + added + " instead of " + index);
            }
        }
        return writer.toByteArray();
    }
}
