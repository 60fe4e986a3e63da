package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Woven;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Classes that have been woven before, but not quite by us. */
class VersionsTest {
    private static final String HOST = """
            import dev.fermata.*;
            class Host {
                @Suspendable static Generator<Object, Object, Void> run() { Generator.yield(1); return null; }
            }
            """;

    private final byte[] woven = Classes.compile(HOST).woven().get("Host");

    private static Diagnostic refusal(byte[] classFile) {
        return assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(classFile))
                .errors()
                .get(0);
    }

    @Test
    @Tag("J3")
    void a_class_woven_in_another_format_is_refused() {
        Diagnostic error = refusal(changed(next -> new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public AnnotationVisitor visitAnnotation(String desc, boolean visible) {
                AnnotationVisitor annotation = super.visitAnnotation(desc, visible);
                return desc.equals(Type.getDescriptor(Woven.class)) ? otherFormat(annotation) : annotation;
            }
        }));
        assertEquals(DiagnosticCode.WOVEN_DIFFERENTLY, error.code());
        assertTrue(error.message().contains("by another version of Fermata"), error::message);
    }

    private static AnnotationVisitor otherFormat(AnnotationVisitor next) {
        return new AnnotationVisitor(Opcodes.ASM9, next) {
            @Override
            public void visit(String name, Object value) {
                super.visit(name, name.equals("format") ? (Object) 99 : value);
            }
        };
    }

    @Test
    @Tag("J7")
    void a_class_that_a_tool_has_given_markers_after_weaving_is_refused_with_the_right_order() {
        Diagnostic error = refusal(changed(next -> new ClassVisitor(Opcodes.ASM9, next) {
            @Override
            public void visitEnd() {
                MethodVisitor method = visitMethod(Opcodes.ACC_STATIC, "late", "()Ldev/fermata/Generator;", null, null);
                method.visitAnnotation("Ldev/fermata/Suspendable;", true).visitEnd();
                method.visitCode();
                HandMade.yieldText(method, "late");
                HandMade.end(method);
                method.visitMaxs(1, 0);
                method.visitEnd();
                super.visitEnd();
            }
        }));
        assertEquals(DiagnosticCode.WOVEN_DIFFERENTLY, error.code());
        assertTrue(error.message().endsWith("compile it anew and weave it last"), error::message);
    }

    private byte[] changed(Function<ClassVisitor, ClassVisitor> change) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(woven).accept(change.apply(writer), 0);
        return writer.toByteArray();
    }
}
