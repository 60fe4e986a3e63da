package dev.fermata.tests.stress.weaving;

import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.JSRInlinerAdapter;

/**
 * Brings class files of before Java 8 into the form that the transformer takes. Since version 51 a class file has all the
 * stack map frames that the transformer needs, so its number is enough; an older one may have subroutines and has no
 * frames, or none that count, so they are computed.
 */
final class CurrentFormat {
    private static final int MAJOR_HIGH = 6;
    private static final int MAJOR_LOW = 7;

    private CurrentFormat() {}

    /**
     * Gives the class file in version 52 or later.
     *
     * @param others class files by internal name, null for what is not known
     */
    static byte[] of(byte[] classFile, Function<String, byte[]> others) {
        int major = (classFile[MAJOR_HIGH] & 0xFF) << 8 | classFile[MAJOR_LOW] & 0xFF;
        if (major >= Opcodes.V1_8) {
            return classFile;
        }
        byte[] current = major >= Opcodes.V1_7 ? classFile.clone() : withFrames(classFile, others);
        current[MAJOR_HIGH] = 0;
        current[MAJOR_LOW] = Opcodes.V1_8;
        return current;
    }

    private static byte[] withFrames(byte[] classFile, Function<String, byte[]> others) {
        ClassWriter writer = new ComputingWriter(others);
        ClassVisitor raised = new ClassVisitor(Opcodes.ASM9, writer) {
            @Override
            public void visit(
                    int version, int access, String name, String signature, String superName, String[] interfaces) {
                super.visit(Opcodes.V1_8, access, name, signature, superName, interfaces);
            }

            @Override
            public MethodVisitor visitMethod(
                    int access, String name, String desc, String signature, String[] exceptions) {
                MethodVisitor next = super.visitMethod(access, name, desc, signature, exceptions);
                return new JSRInlinerAdapter(next, access, name, desc, signature, exceptions);
            }
        };
        new ClassReader(classFile).accept(raised, ClassReader.SKIP_FRAMES);
        return writer.toByteArray();
    }

    /** Merges types by what the class files say; no class is loaded. */
    private static final class ComputingWriter extends ClassWriter {
        private final Hierarchy hierarchy;

        ComputingWriter(Function<String, byte[]> others) {
            super(ClassWriter.COMPUTE_FRAMES);
            this.hierarchy = new Hierarchy(others);
        }

        @Override
        protected String getCommonSuperClass(String one, String other) {
            return hierarchy.commonSuperClass(one, other);
        }
    }
}
