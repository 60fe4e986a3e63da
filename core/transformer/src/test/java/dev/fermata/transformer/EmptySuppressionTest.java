package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;

/** An annotation without its element, as a tool leaves it that drops what it does not know. */
class EmptySuppressionTest {
    private static final String DROPS = """
            import dev.fermata.*;
            class Example {
                static Coroutine<Void> save() { return Coroutine.of(null); }
                static void run() { save(); }
            }
            """;

    @Test
    void a_suppression_that_names_no_codes_suppresses_nothing() {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(new JavaSource(DROPS).compileOne()).accept(writer, 0);
        writer.visitAnnotation(RuntimeNames.SUPPRESS_DIAGNOSTICS, false).visitEnd();
        var found = JavaSource.diagnostics(new Weaver().weave(writer.toByteArray()));
        assertEquals(
                List.of(DiagnosticCode.DROPPED_COROUTINE),
                found.stream().map(Diagnostic::code).toList());
    }
}
