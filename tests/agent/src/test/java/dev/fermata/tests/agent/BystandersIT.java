package dev.fermata.tests.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;

/**
 * Classes that have nothing to do with Fermata. The JVM ignores invisible annotations, ASM reads them, so a class whose
 * annotations are rubbish shows whether it has been read.
 */
final class BystandersIT {
    @TempDir
    Path classes;

    @Test
    void a_class_that_does_not_mention_fermata_is_not_read() throws IOException {
        writeOpaque("no/fermata here");
        Run run = new Jvm().withAgent("verbose").withClassPath(classes).run("demo.Opaque");
        run.assertPrinted("no/fermata here");
        assertEquals(
                "of 1 classes outside the JDK 0 mention Fermata and have been read: 0 woven, 0 refused",
                run.agentLines().get(1));
    }

    @Test
    @Tag("I1")
    void a_class_that_mentions_it_and_cannot_be_read_is_reported_and_loaded_as_it_is() throws IOException {
        writeOpaque("dev/fermata/Generator");
        Run run = new Jvm().withAgent("").withClassPath(classes).run("demo.Opaque");
        run.assertPrinted("dev/fermata/Generator");
        List<String> lines = run.agentLines();
        assertEquals(2, lines.size(), run::err);
        assertEquals("FERMATA-001", lines.get(0).substring(0, 11));
        assertEquals("demo.Opaque is loaded as it is", lines.get(1));
    }

    @Test
    void a_class_that_only_uses_fermata_is_left_alone() {
        Countdown.compileTo(classes);
        new Sources().file("Main", """
                        public class Main {
                            public static void main(String[] args) {
                                dev.fermata.Coroutine<String> ready = dev.fermata.Coroutine.of("ready");
                                System.out.println(ready.state());
                            }
                        }
                        """).compileTo(classes);
        Run run = new Jvm()
                .withAgent("verbose,dump=" + classes.resolve("dump"))
                .withClassPath(classes)
                .run("Main");
        run.assertPrinted("CREATED");
        assertEquals("nothing to weave in Main", run.agentLines().get(1));
        assertEquals(false, Files.exists(classes.resolve("dump")));
    }

    /** Writes a program that prints a text, which ASM cannot read. */
    private void writeOpaque(String text) throws IOException {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, "demo/Opaque", null, "java/lang/Object", null);
        writer.visitAttribute(new RubbishAnnotations());
        MethodVisitor main = writer.visitMethod(
                Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "main", "([Ljava/lang/String;)V", null, null);
        main.visitCode();
        main.visitFieldInsn(Opcodes.GETSTATIC, "java/lang/System", "out", "Ljava/io/PrintStream;");
        main.visitLdcInsn(text);
        main.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "java/io/PrintStream", "println", "(Ljava/lang/String;)V", false);
        main.visitInsn(Opcodes.RETURN);
        main.visitMaxs(2, 1);
        main.visitEnd();
        byte[] classFile = writer.toByteArray();
        assertThrows(RuntimeException.class, () -> new ClassReader(classFile).accept(new ClassNode(), 0));
        Path file = classes.resolve("demo/Opaque.class");
        Files.createDirectories(file.getParent());
        Files.write(file, classFile);
    }

    private static final class RubbishAnnotations extends Attribute {
        RubbishAnnotations() {
            super("RuntimeInvisibleAnnotations");
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector().putShort(0xFFFF).putShort(0xFFFF);
        }
    }
}
