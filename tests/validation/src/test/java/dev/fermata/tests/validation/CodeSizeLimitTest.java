package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.woven.RawClass;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** The warning of code that the JIT does not compile, at its limit. */
@Tag("F2")
class CodeSizeLimitTest {
    private static final int LIMIT = 8000;
    private static final int LOADS = 2000;

    @Test
    void the_warning_begins_at_the_first_byte_too_many() {
        int filler = LIMIT - lengthOf(woven(0));
        Map<Integer, Boolean> warnedOf = new TreeMap<>();
        for (int more = -40; more <= 40; more++) {
            WeaveResult.Success success = woven(filler + more);
            boolean warned = success.warnings().stream()
                    .anyMatch(warning -> warning.code() == DiagnosticCode.METHOD_NOT_COMPILED);
            warnedOf.put(lengthOf(success), warned);
        }
        assertTrue(warnedOf.keySet().containsAll(List.of(LIMIT, LIMIT + 1)), warnedOf::toString);
        warnedOf.forEach((length, warned) -> assertEquals(length > LIMIT, warned, length + " bytes"));
    }

    private static WeaveResult.Success woven(int filler) {
        return (WeaveResult.Success) new Weaver().weave(classWith(filler));
    }

    private static int lengthOf(WeaveResult.Success success) {
        return new RawClass(success.host())
                .codeLength("lambda$long$co0(Ldev/fermata/frame/Frame;Ljava/lang/Object;I)" + "Ljava/lang/Object;");
    }

    /** Instructions whose length depends on the constant pool, and some that have one byte. */
    private static byte[] classWith(int filler) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        writer.visit(Opcodes.V17, Opcodes.ACC_SUPER, "made/Long", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(
                Opcodes.ACC_STATIC, "long", Type.getMethodDescriptor(Type.getType(Coroutine.class)), null, null);
        method.visitAnnotation(Type.getDescriptor(Suspendable.class), true).visitEnd();
        method.visitCode();
        for (int i = 0; i < LOADS; i++) {
            method.visitLdcInsn("text");
            method.visitInsn(Opcodes.POP);
        }
        for (int i = 0; i < filler; i++) {
            method.visitInsn(Opcodes.NOP);
        }
        method.visitInsn(Opcodes.ACONST_NULL);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
