package dev.fermata.tests.random.shrink;

import dev.fermata.tests.random.run.Weaving;
import dev.fermata.transformer.WeaveResult;
import java.util.List;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A transformer with a fault: in the bodies it writes, ints are subtracted where they should be added. */
final class PlantedBug extends ClassVisitor {
    private PlantedBug(ClassVisitor next) {
        super(Opcodes.ASM9, next);
    }

    static WeaveResult weave(byte[] classFile) {
        WeaveResult result = Weaving.BY_THE_TRANSFORMER.weave(classFile);
        if (result instanceof WeaveResult.Success success) {
            ClassWriter writer = new ClassWriter(0);
            new ClassReader(success.host()).accept(new PlantedBug(writer), 0);
            return new WeaveResult.Success(success.name(), writer.toByteArray(), success.frames(), List.of());
        }
        return result;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return !name.contains("$co")
                ? next
                : new MethodVisitor(api, next) {
                    @Override
                    public void visitInsn(int opcode) {
                        super.visitInsn(opcode == Opcodes.IADD ? Opcodes.ISUB : opcode);
                    }
                };
    }
}
