package dev.fermata.tests.random.run;

import dev.fermata.transformer.Marker;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** Counts the markers in a class file. */
final class SuspensionPoints {
    private SuspensionPoints() {}

    static int in(byte[] classFile) {
        ClassNode host = new ClassNode();
        new ClassReader(classFile).accept(host, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        int points = 0;
        for (MethodNode method : host.methods) {
            for (AbstractInsnNode insn : method.instructions) {
                points += Marker.of(insn).isPresent() ? 1 : 0;
            }
        }
        return points;
    }
}
