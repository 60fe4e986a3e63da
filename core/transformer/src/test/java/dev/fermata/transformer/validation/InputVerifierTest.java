package dev.fermata.transformer.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.transformer.lowering.UnsupportedBytecodeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

/** Whose fault it is: frames that fuzzing has come up with, in {@code static void m(int) { for (;;); }}. */
@Tag("A14")
class InputVerifierTest {
    @Test
    void a_frame_that_fits_is_no_complaint() {
        assertEquals(false, isBlamed(List.of(Opcodes.INTEGER), List.of()));
        assertEquals(false, isBlamed(List.of(Opcodes.TOP), List.of()));
    }

    @Test
    void a_frame_of_other_types_or_height_is_one() {
        assertEquals(true, isBlamed(List.of(Opcodes.FLOAT), List.of()));
        assertEquals(true, isBlamed(List.of("java/lang/String"), List.of()));
        assertEquals(true, isBlamed(List.of(Opcodes.INTEGER), List.of(Opcodes.INTEGER)));
    }

    @Test
    void an_operand_that_cannot_be_used_is_one() {
        assertEquals(true, isBlamed(List.of(Opcodes.INTEGER), List.of(Opcodes.TOP)));
    }

    @Test
    void an_object_that_nothing_makes_is_one() {
        assertEquals(true, isBlamed(List.of(new LabelNode()), List.of()));
        assertEquals(true, isBlamed(Collections.singletonList(null), List.of()));
    }

    @Test
    void code_behind_a_jump_without_a_frame_is_one() {
        MethodNode method = loop(List.of(Opcodes.INTEGER), List.of());
        method.instructions.add(new InsnNode(Opcodes.RETURN));
        assertEquals(true, InputVerifier.complaint("demo/Host", method).isPresent());
    }

    @Test
    void a_frame_with_more_variables_than_the_method_is_out_of_bounds() {
        MethodNode method = loop(List.of(Opcodes.INTEGER, Opcodes.LONG), List.of());
        assertThrows(UnsupportedBytecodeException.class, () -> Bounds.check(method));
        method.maxLocals = 3;
        Bounds.check(method);
    }

    private static boolean isBlamed(List<Object> locals, List<Object> stack) {
        return InputVerifier.complaint("demo/Host", loop(locals, stack)).isPresent();
    }

    private static MethodNode loop(List<Object> locals, List<Object> stack) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "(I)V", null, null);
        LabelNode start = new LabelNode();
        FrameNode frame = new FrameNode(Opcodes.F_NEW, 0, null, 0, null);
        frame.local = new ArrayList<>(locals);
        frame.stack = new ArrayList<>(stack);
        method.instructions.add(start);
        method.instructions.add(frame);
        method.instructions.add(new InsnNode(Opcodes.NOP));
        method.instructions.add(new JumpInsnNode(Opcodes.GOTO, start));
        method.maxLocals = 1;
        method.maxStack = 1;
        return method;
    }
}
