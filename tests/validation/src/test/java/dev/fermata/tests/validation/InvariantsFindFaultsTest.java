package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.fermata.tests.validation.woven.FrameComparison;
import dev.fermata.tests.validation.woven.LocalVariables;
import dev.fermata.tests.validation.woven.NothingKept;
import dev.fermata.tests.validation.woven.StructuredMonitors;
import dev.fermata.tests.validation.woven.Untouched;
import dev.fermata.tests.validation.woven.WovenMethod;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;

/** The control of the invariants: each finds a fault that is put into what has been woven. */
class InvariantsFindFaultsTest {
    private static final Compilation USUAL = new Compilation(BatchCompiler.JAVAC, 17, true);

    private final CompiledTargets targets = CompiledTargets.by(USUAL);

    @Test
    void a_monitor_that_is_not_left_is_found() {
        WovenMethod method = woven("targets/Monitors", "betweenAwaits");
        replace(method, insn -> insn.getOpcode() == Opcodes.MONITOREXIT, new InsnNode(Opcodes.POP));
        assertNotEquals(List.of(), problemsOfMonitors(method));
    }

    @Test
    void a_monitor_that_is_left_twice_is_found() {
        WovenMethod method = woven("targets/Monitors", "betweenAwaits");
        replace(method, insn -> insn.getOpcode() == Opcodes.MONITORENTER, new InsnNode(Opcodes.POP));
        assertNotEquals(List.of(), problemsOfMonitors(method));
    }

    @Test
    void a_reference_left_in_its_frame_is_found() {
        WovenMethod method = woven("targets/Locals", "everyKind");
        assertEquals(List.of(), NothingKept.problems(method));
        replace(method, insn -> insn.getOpcode() == Opcodes.PUTFIELD, new InsnNode(Opcodes.POP2));
        assertNotEquals(List.of(), NothingKept.problems(method));
    }

    @Test
    void a_variable_where_its_slot_is_unset_is_found() {
        WovenMethod method = woven("targets/Locals", "everyKind");
        LocalVariables check = new LocalVariables(targets.freshWoven());
        assertEquals(List.of(), check.problems(method.host(), method.body()));
        method.body().localVariables.get(0).index++;
        assertNotEquals(List.of(), check.problems(method.host(), method.body()));
    }

    @Test
    void a_frame_that_says_too_much_is_found() {
        WovenMethod method = woven("targets/Locals", "deadInFrame");
        for (AbstractInsnNode insn : method.body().instructions) {
            if (insn instanceof FrameNode frame && frame.stack.isEmpty()) {
                frame.local = List.of("java/lang/String");
            }
        }
        ClassWriter writer = new ClassWriter(0);
        method.host().accept(writer);
        assertNotEquals(List.of(), new FrameComparison(targets.freshWoven()).problems(writer.toByteArray()));
    }

    @Test
    void a_byte_changed_in_another_method_is_found() {
        byte[] input = targets.inputs().get("targets/Operands");
        byte[] woven = targets.woven().get("targets/Operands");
        ClassReader reader = new ClassReader(woven);
        ClassWriter writer = new ClassWriter(reader, 0);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String desc, String sign, String[] thrown) {
                        MethodVisitor next = super.visitMethod(access, name, desc, sign, thrown);
                        return name.equals("join") ? new LeadingNop(next) : next;
                    }
                },
                0);
        assertEquals(
                List.of("has changed: join([Ljava/lang/Object;)Ljava/lang/String;: Code"),
                Untouched.problems(input, writer.toByteArray(), suspendable(input, woven)));
    }

    private static final class LeadingNop extends MethodVisitor {
        LeadingNop(MethodVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public void visitCode() {
            super.visitCode();
            super.visitInsn(Opcodes.NOP);
        }
    }

    private Set<String> suspendable(byte[] input, byte[] woven) {
        return Set.copyOf(WovenMethod.of(input, woven, targets.woven()).stream()
                .map(method -> method.original().name + method.original().desc)
                .toList());
    }

    private WovenMethod woven(String host, String name) {
        return WovenMethod.of(targets.inputs().get(host), targets.woven().get(host), targets.woven()).stream()
                .filter(method -> method.original().name.equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> problemsOfMonitors(WovenMethod method) {
        return StructuredMonitors.problems(method.host().name, method.body(), method.frame().name);
    }

    /** Replaces the first instruction of a kind. */
    private static void replace(WovenMethod method, Predicate<AbstractInsnNode> which, AbstractInsnNode by) {
        for (AbstractInsnNode insn : method.body().instructions) {
            if (which.test(insn)) {
                method.body().instructions.set(insn, by);
                return;
            }
        }
        throw new AssertionError("there is none");
    }
}
