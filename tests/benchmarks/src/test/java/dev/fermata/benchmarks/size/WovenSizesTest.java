package dev.fermata.benchmarks.size;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A size is worth a table only if it belongs to the method that it is written behind. */
class WovenSizesTest {
    private static final String KIND = "dev/fermata/Generator";

    @Test
    void reads_the_code_of_every_method() throws IOException {
        Map<String, byte[]> code = CodeOf.methodsOf(twoGenerators());
        assertEquals(List.of("plain()I", "m()L" + KIND + ";", "m(J)L" + KIND + ";"), List.copyOf(code.keySet()));
        assertArrayEquals(new byte[] {Opcodes.ICONST_1, (byte) Opcodes.IRETURN}, code.get("plain()I"));
    }

    @Test
    void tells_overloads_apart() throws IOException {
        WovenSizes sizes = WovenSizes.of(twoGenerators());
        assertEquals(
                List.of("m()L" + KIND + ";", "m(J)L" + KIND + ";"),
                sizes.methods().stream().map(WovenSizes.Method::name).toList());
        assertEquals(
                List.of(1, 3),
                sizes.methods().stream().map(WovenSizes.Method::markers).toList());
        assertEquals(
                true, sizes.methods().get(0).body() < sizes.methods().get(1).body());
    }

    private static byte[] twoGenerators() {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "Two", null, "java/lang/Object", null);
        MethodVisitor plain = writer.visitMethod(Opcodes.ACC_STATIC, "plain", "()I", null, null);
        plain.visitCode();
        plain.visitInsn(Opcodes.ICONST_1);
        plain.visitInsn(Opcodes.IRETURN);
        plain.visitMaxs(0, 0);
        plain.visitEnd();
        generator(writer, "()", 1);
        generator(writer, "(J)", 3);
        return writer.toByteArray();
    }

    private static void generator(ClassWriter writer, String parameters, int points) {
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", parameters + "L" + KIND + ";", null, null);
        method.visitAnnotation("Ldev/fermata/Suspendable;", true).visitEnd();
        method.visitCode();
        for (int i = 0; i < points; i++) {
            method.visitInsn(Opcodes.ACONST_NULL);
            method.visitMethodInsn(Opcodes.INVOKESTATIC, KIND, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
            method.visitInsn(Opcodes.POP);
        }
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
