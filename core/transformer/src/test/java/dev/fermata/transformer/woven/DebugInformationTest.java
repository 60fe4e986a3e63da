package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Generator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Attribute;
import org.objectweb.asm.ByteVector;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** Lines, source files, stack traces, and attributes that nobody knows. */
class DebugInformationTest {
    private static final String HOST = """
            import dev.fermata.*;
            class Host {
                @Suspendable
                static Generator<Object, Object, Void> run(int n) {
                    String text = "a";
                    Generator.yield(text);
                    for (int i = 0; i < n; i++) {
                        Generator.yield(i);
                    }
                    throw new IllegalStateException(
                            text);
                }
                static void plain() { fail(); }
                private static void fail() { throw new IllegalStateException(); }
            }
            """;
    private final Classes plain = Classes.compile(HOST);
    private final Classes woven = plain.woven();

    @Test
    @Tag("H3")
    void each_line_of_the_body_is_entered_as_often_as_before() {
        assertEquals(linesOf(method(plain, "run")), linesOf(method(woven, "lambda$run$co0")));
    }

    private static List<Integer> linesOf(MethodNode method) {
        List<Integer> lines = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                lines.add(line.line);
            }
        }
        return lines;
    }

    private static MethodNode method(Classes classes, String name) {
        return read(classes.get("Host")).methods.stream()
                .filter(method -> method.name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClassNode read(byte[] classFile) {
        ClassNode node = new ClassNode();
        new ClassReader(classFile).accept(node, 0);
        return node;
    }

    @Test
    @Tag("H7")
    void a_stack_trace_names_the_file_and_the_line_after_a_suspension() throws Exception {
        Generator<?, ?, ?> generator = (Generator<?, ?, ?>) new Loader(woven).call("Host", "run", 1);
        generator.next();
        generator.next();
        StackTraceElement[] trace =
                assertThrows(IllegalStateException.class, generator::next).getStackTrace();
        assertEquals("Host.run(Source0.java:10)", trace[0].toString().replaceFirst(".*//", ""));
        assertTrue(trace[1].getClassName().startsWith("org.junit."), trace[1]::toString); // no machinery in between
    }

    @Test
    @Tag("H12")
    void the_frame_class_names_the_source_of_its_host_and_the_host_keeps_its_source_map() {
        assertEquals("Source0.java", read(woven.get(woven.frameName())).sourceFile);
        byte[] mapped = withSourceMap(plain.get("Host"));
        ClassNode host = read(Classes.of("Host", mapped).woven().get("Host"));
        assertEquals("Source0.java", host.sourceFile);
        assertEquals("SMAP", host.sourceDebug);
    }

    private static byte[] withSourceMap(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visitSource(String source, String debug) {
                                super.visitSource(source, "SMAP");
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    @Test
    @Tag("H9")
    void unknown_attributes_stay_where_the_code_stays_and_go_where_it_is_rewritten() throws Exception {
        Classes strange = Classes.of("Host", withAttributes(plain.get("Host")));
        Classes result = strange.woven();
        assertEquals(1, attributes(method(result, "plain")));
        assertEquals(0, attributes(method(result, "lambda$run$co0")));
        Generator<?, ?, ?> generator = (Generator<?, ?, ?>) new Loader(result).call("Host", "run", 0);
        assertEquals("a", generator.next());
    }

    private static int attributes(MethodNode method) {
        return method.attrs == null ? 0 : method.attrs.size();
    }

    private static byte[] withAttributes(byte[] classFile) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String desc, String signature, String[] exceptions) {
                                MethodVisitor method = super.visitMethod(access, name, desc, signature, exceptions);
                                method.visitAttribute(new Offsets());
                                return method;
                            }
                        },
                        0);
        return writer.toByteArray();
    }

    /** Something that a tool may have hung on the code, with offsets that weaving makes wrong. */
    private static final class Offsets extends Attribute {
        Offsets() {
            super("tool.Offsets");
        }

        @Override
        public boolean isCodeAttribute() {
            return true;
        }

        @Override
        protected ByteVector write(ClassWriter writer, byte[] code, int length, int maxStack, int maxLocals) {
            return new ByteVector().putShort(1);
        }
    }

    @Test
    @Tag("F7")
    void the_code_of_methods_that_are_not_woven_is_copied() {
        assertArrayEquals(opcodes(method(plain, "plain")), opcodes(method(woven, "plain")));
        assertArrayEquals(opcodes(method(plain, "fail")), opcodes(method(woven, "fail")));
    }

    private static int[] opcodes(MethodNode method) {
        List<Integer> opcodes = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            opcodes.add(insn.getOpcode());
        }
        return opcodes.stream().mapToInt(Integer::intValue).toArray();
    }
}
