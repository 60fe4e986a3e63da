package dev.fermata.transformer;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that give the diagnostics which no small source file gives. */
final class OddClassFiles {
    static final Set<DiagnosticCode> MADE_BY_HAND = EnumSet.of(
            DiagnosticCode.UNREADABLE_CLASS,
            DiagnosticCode.CLASS_TOO_OLD,
            DiagnosticCode.CLASS_NEWER_THAN_KNOWN,
            DiagnosticCode.METHOD_TOO_LARGE,
            DiagnosticCode.METHOD_NOT_COMPILED,
            DiagnosticCode.WOVEN_DIFFERENTLY,
            DiagnosticCode.UNSUPPORTED_BYTECODE,
            DiagnosticCode.FRAME_NOT_DEFINED);

    private static final String YIELD = "Generator.yield(i); ";

    /** Whatever provokes it is a fault, to be mended. */
    static final Set<DiagnosticCode> UNPROVOKED = EnumSet.of(DiagnosticCode.INTERNAL_ERROR);

    private OddClassFiles() {}

    static WeaveResult weave(DiagnosticCode code) {
        byte[] good = generator(YIELD);
        return switch (code) {
            case UNREADABLE_CLASS -> new Weaver().weave(Arrays.copyOf(good, good.length / 2));
            case CLASS_TOO_OLD -> new Weaver().weave(ofVersion(51, good));
            case CLASS_NEWER_THAN_KNOWN -> new Weaver().weave(ofVersion(99, good));
            case METHOD_TOO_LARGE -> new Weaver().weave(generator("n++; ".repeat(20_000) + YIELD.repeat(300)));
            case METHOD_NOT_COMPILED -> new Weaver().weave(generator(YIELD.repeat(300)));
            case WOVEN_DIFFERENTLY -> new Weaver().weave(markedAsWoven(good));
            case UNSUPPORTED_BYTECODE -> new Weaver().weave(subroutine());
            case FRAME_NOT_DEFINED -> refusedByLoader(good);
            default -> throw new IllegalArgumentException(code.id());
        };
    }

    private static byte[] generator(String body) {
        return new JavaSource(
                        "import dev.fermata.*; class Example { @Suspendable static Iterable<Integer> count(int n) {"
                                + " for (int i = 0; i < n; i++) { " + body
                                + "} return null; } }")
                .compileOne();
    }

    private static byte[] ofVersion(int major, byte[] classFile) {
        byte[] changed = classFile.clone();
        changed[7] = (byte) major;
        return changed;
    }

    private static byte[] markedAsWoven(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile).accept(writer, 0);
        var mark = writer.visitAnnotation(RuntimeNames.WOVEN, false);
        mark.visit(RuntimeNames.WOVEN_FORMAT_ELEMENT, RuntimeNames.WOVEN_FORMAT + 1);
        mark.visitEnd();
        return writer.toByteArray();
    }

    private static byte[] subroutine() {
        Label subroutine = new Label();
        return method(code -> {
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitInsn(Opcodes.ACONST_NULL);
            code.visitInsn(Opcodes.ARETURN);
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 0);
            code.visitVarInsn(Opcodes.RET, 0);
        });
    }

    private static byte[] method(Consumer<MethodVisitor> instructions) {
        ClassWriter host = new ClassWriter(0);
        host.visit(Opcodes.V1_8, Opcodes.ACC_SUPER, "Example", null, RuntimeNames.OBJECT, null);
        MethodVisitor method = host.visitMethod(Opcodes.ACC_STATIC, "odd", "()Ljava/lang/Iterable;", null, null);
        method.visitAnnotation(RuntimeNames.SUSPENDABLE, true).visitEnd();
        method.visitCode();
        instructions.accept(method);
        method.visitMaxs(1, 1);
        method.visitEnd();
        return host.toByteArray();
    }

    /** As the agent does it when a loader does not take the frames; the agent's own tests have such a loader. */
    private static WeaveResult refusedByLoader(byte[] classFile) {
        Diagnostic reason =
                new Diagnostic(DiagnosticCode.FRAME_NOT_DEFINED, "Example", null, null, 0, "the loader refuses");
        byte[] poisoned = new Weaver().poison(classFile, reason);
        return new WeaveResult.Refused(List.of(reason), poisoned);
    }
}
