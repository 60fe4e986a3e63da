package dev.fermata.transformer.explain;

import dev.fermata.transformer.woven.Classes;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** Classes without debug information. */
final class Stripped {
    private Stripped() {}

    static byte[] of(String source, String name) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(Classes.compile(source).files().get(name)).accept(writer, ClassReader.SKIP_DEBUG);
        return writer.toByteArray();
    }
}
