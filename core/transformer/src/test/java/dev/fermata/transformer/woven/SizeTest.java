package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.CodeSizeEvaluator;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The limits of class files and of HotSpot, and how much is added. */
class SizeTest {
    private static final int INLINED = 325;

    private static String host(String statements) {
        return "import dev.fermata.*;\nclass Host {\n@Suspendable static Generator<Object, Object, Void> large(int n) {\n"
                + statements + "\nreturn null;\n}\n}\n";
    }

    /** Compilers copy every finally block, so each level doubles the points. */
    private static String nestedFinally(int levels) {
        return "try { Generator.yield(n); } finally {\n".repeat(levels) + "Generator.yield(n);\n" + "}".repeat(levels);
    }

    private static WeaveResult weave(String statements) {
        return new Weaver().weave(Classes.compile(host(statements)).get("Host"));
    }

    @Test
    @Tag("F1")
    @Tag("C6")
    void a_method_too_large_for_a_class_file_is_refused_by_name_and_line() {
        WeaveResult.Refused refused = assertInstanceOf(WeaveResult.Refused.class, weave(nestedFinally(11)));
        Diagnostic error = refused.errors().get(refused.errors().size() - 1);
        assertEquals(DiagnosticCode.METHOD_TOO_LARGE, error.code());
        assertEquals("large(int)", error.method());
        assertEquals(4, error.line());
        assertTrue(error.message().contains("finally"), error::message);
    }

    @Test
    @Tag("F2")
    void a_method_that_hotspot_will_not_compile_is_woven_with_a_warning() {
        WeaveResult.Success large = assertInstanceOf(WeaveResult.Success.class, weave(nestedFinally(8)));
        assertEquals(
                List.of(DiagnosticCode.METHOD_NOT_COMPILED),
                large.warnings().stream().map(Diagnostic::code).toList());
        WeaveResult.Success small = assertInstanceOf(WeaveResult.Success.class, weave(nestedFinally(2)));
        assertEquals(List.of(), small.warnings());
    }

    @Test
    @Tag("F5")
    void values_kept_at_different_points_share_their_fields() {
        String blocks = IntStream.range(0, 20)
                .mapToObj(i -> "{ String s = \"s\" + n; long l = n; Generator.yield(s); Generator.yield(s + l); }")
                .collect(Collectors.joining("\n"));
        Classes woven = Classes.compile(host(blocks)).woven();
        assertEquals(2, woven.files().size(), "the host and one frame class");
        ClassNode frame = new ClassNode();
        new ClassReader(woven.get(woven.frameName())).accept(frame, 0);
        assertEquals(
                List.of("I", "J", "Ljava/lang/String;"),
                frame.fields.stream().map(field -> field.desc).sorted().toList());
        for (FieldNode field : frame.fields) {
            assertEquals(0, field.access & Opcodes.ACC_STATIC);
        }
    }

    /** C2 inlines up to 325 bytes. What only coverage tools look at must not be what costs that. */
    @Test
    @Tag("H5")
    void no_body_becomes_too_large_to_be_inlined_by_what_is_for_coverage_tools() {
        Set<Integer> handlers = new TreeSet<>();
        for (int statements = 1; statements < 50; statements += 3) {
            MethodNode body = body("n += 100_000;\n".repeat(statements) + "Generator.yield(n);\nGenerator.yield(n);\n"
                    + "Generator.yield(n);\n");
            int switches = 0;
            for (AbstractInsnNode insn : body.instructions) {
                switches += insn instanceof TableSwitchInsnNode ? 1 : 0;
            }
            handlers.add(switches - 1);
            CodeSizeEvaluator size = new CodeSizeEvaluator(null);
            body.accept(size);
            int bytes = size.getMinSize();
            int uncertain = statements + 2 * 3; // constants may be wider by a byte, switches by three
            assertTrue(switches == 2 || bytes + uncertain > INLINED - 27, () -> "left out at " + bytes);
            assertTrue(
                    switches == 1 || bytes + uncertain <= INLINED || bytes - 27 > INLINED, () -> "lifted to " + bytes);
        }
        assertEquals(Set.of(0, 1), handlers, "the limit has been crossed");
    }

    private static MethodNode body(String statements) {
        ClassNode host = new ClassNode();
        byte[] woven = Classes.compile(host(statements)).woven().get("Host");
        new ClassReader(woven).accept(host, 0);
        return host.methods.stream()
                .filter(method -> method.name.equals("lambda$large$co0"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("F6")
    void a_constant_pool_without_room_for_what_weaving_adds_is_said_to_be_full() {
        Classes made = HandMade.method("", code -> {
            HandMade.yieldText(code, "text");
            HandMade.end(code);
        });
        byte[] full = FullConstantPool.fill(made.get(HandMade.NAME));
        WeaveResult.Refused refused = assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(full));
        Diagnostic error = refused.errors().get(0);
        assertEquals(DiagnosticCode.METHOD_TOO_LARGE, error.code(), error::toString);
        assertEquals(HandMade.NAME, error.className());
        assertTrue(error.message().contains("constant"), error::message);
    }

    @Test
    @Tag("B16")
    void a_method_whose_variables_leave_no_slot_for_weaving_is_refused() {
        Classes made = HandMade.method("", code -> {
            code.visitInsn(Opcodes.ICONST_1);
            code.visitVarInsn(Opcodes.ISTORE, 65_533);
            HandMade.yieldText(code, "text");
            code.visitVarInsn(Opcodes.ILOAD, 65_533);
            code.visitInsn(Opcodes.POP);
            HandMade.end(code);
        });
        WeaveResult.Refused refused =
                assertInstanceOf(WeaveResult.Refused.class, new Weaver().weave(made.get(HandMade.NAME)));
        Diagnostic error = refused.errors().get(0);
        assertEquals(DiagnosticCode.METHOD_TOO_LARGE, error.code(), error::toString);
        assertTrue(error.message().contains("variables"), error::message);
        assertEquals("m()", error.method());
    }
}
