package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that can be read but were made by nobody's compiler: each is refused for what is wrong with it. */
@Tag("A14")
class HostileClassFilesTest {
    private final ClassWriter host = new ClassWriter(0);

    @Test
    void code_that_does_not_verify_is_not_called_a_fault_of_the_transformer() {
        MethodVisitor code = suspendable();
        code.visitInsn(Opcodes.POP);
        yieldNull(code);
        end(code, 2, 1);
        assertEquals(DiagnosticCode.UNSUPPORTED_BYTECODE, refusal());
    }

    @Test
    void a_stack_map_that_does_not_fit_the_code_is_not_called_a_fault_of_the_transformer() {
        MethodVisitor code = suspendable();
        code.visitInsn(Opcodes.ACONST_NULL);
        Label next = new Label();
        code.visitJumpInsn(Opcodes.GOTO, next);
        code.visitLabel(next);
        code.visitFrame(Opcodes.F_NEW, 0, new Object[0], 0, new Object[0]);
        code.visitInsn(Opcodes.POP);
        yieldNull(code);
        end(code, 2, 1);
        assertEquals(DiagnosticCode.UNSUPPORTED_BYTECODE, refusal());
    }

    @Test
    void annotations_nested_beyond_measure_do_not_overflow_the_stack() {
        MethodVisitor code = suspendable();
        yieldNull(code);
        end(code, 2, 1);
        Deque<AnnotationVisitor> nested = new ArrayDeque<>(List.of(host.visitAnnotation("Ldemo/A;", true)));
        while (nested.size() < 100_000) {
            nested.push(nested.peek().visitAnnotation("a", "Ldemo/A;"));
        }
        nested.forEach(AnnotationVisitor::visitEnd);
        assertEquals(DiagnosticCode.UNREADABLE_CLASS, refusal());
    }

    @Test
    void a_method_that_would_take_gigabytes_to_analyse_is_refused() {
        MethodVisitor code = suspendable();
        for (int i = 0; i < 30_000; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        yieldNull(code);
        end(code, 2, 65_000);
        assertEquals(DiagnosticCode.UNSUPPORTED_BYTECODE, refusal());
    }

    @Test
    void an_exception_table_that_covers_everything_a_thousand_times_is_refused() {
        MethodVisitor code = suspendable();
        Label start = new Label();
        Label end = new Label();
        for (int i = 0; i < 1000; i++) {
            code.visitTryCatchBlock(start, end, start, null);
        }
        code.visitLabel(start);
        for (int i = 0; i < 30_000; i++) {
            code.visitInsn(Opcodes.NOP);
        }
        code.visitLabel(end);
        yieldNull(code);
        end(code, 2, 1);
        assertEquals(DiagnosticCode.UNSUPPORTED_BYTECODE, refusal());
    }

    private MethodVisitor suspendable() {
        host.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "demo/Host", null, "java/lang/Object", null);
        MethodVisitor code = host.visitMethod(Opcodes.ACC_STATIC, "method", "()Ldev/fermata/Generator;", null, null);
        code.visitAnnotation(RuntimeNames.SUSPENDABLE, true).visitEnd();
        code.visitCode();
        return code;
    }

    private static void yieldNull(MethodVisitor code) {
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitMethodInsn(
                Opcodes.INVOKESTATIC, RuntimeNames.GENERATOR, "yield", "(Ljava/lang/Object;)Ljava/lang/Object;", true);
        code.visitInsn(Opcodes.POP);
    }

    private static void end(MethodVisitor code, int maxStack, int maxLocals) {
        code.visitInsn(Opcodes.ACONST_NULL);
        code.visitInsn(Opcodes.ARETURN);
        code.visitMaxs(maxStack, maxLocals);
        code.visitEnd();
    }

    private DiagnosticCode refusal() {
        WeaveResult result = new Weaver().weave(host.toByteArray());
        return assertInstanceOf(WeaveResult.Refused.class, result)
                .errors()
                .get(0)
                .code();
    }
}
