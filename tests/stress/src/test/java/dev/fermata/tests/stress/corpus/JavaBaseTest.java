package dev.fermata.tests.stress.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The short form of the corpus: the JDK that runs the build. */
class JavaBaseTest {
    @TempDir
    Path directory;

    @Test
    void every_method_of_java_base_can_be_woven_and_verifies() throws Exception {
        assertTrue(CorpusRun.javaBaseHolds(Jdk.running(), directory), "see the output for the classes that fail");
    }

    /** The control: a class of java.base that does not verify is found out, though JVMs trust these by default. */
    @Test
    void a_class_of_java_base_that_does_not_verify_is_found_out() throws Exception {
        write("java/util/Broken", broken("java/util/Broken"));
        assertEquals(1, CorpusRun.verify(Jdk.running(), directory));
    }

    @Test
    void a_jar_with_a_broken_method_is_found_out_by_both_verifiers() {
        byte[] broken = broken("demo/Broken");
        MemoryLoader loader = new MemoryLoader(Map.of("demo/Broken", broken), null);
        assertEquals(VerifyError.class, Linking.problemOf("demo.Broken", loader).getClass());
        assertEquals(1, AsmVerifier.newProblemsOf(broken, loader, null).size());
        assertEquals(List.of(), AsmVerifier.newProblemsOf(broken, loader, broken));
    }

    /** {@code static Object m() { return 1; }}, without a box. */
    private static byte[] broken(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER, name, null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "m", "()Ljava/lang/Object;", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.ICONST_1);
        method.visitInsn(Opcodes.ARETURN);
        method.visitMaxs(1, 0);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = directory.resolve(name + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
