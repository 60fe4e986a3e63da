package dev.fermata.transformer.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

class LivenessTest {
    private static final int BLOCKS = 3000;

    /** Blocks that run in the opposite of their order in the code; the first slot is read in the last of them only. */
    private static MethodNode backToFront() {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "(I)I", null, null);
        Label[] labels = new Label[BLOCKS];
        for (int i = 0; i < BLOCKS; i++) {
            labels[i] = new Label();
        }
        method.visitJumpInsn(Opcodes.GOTO, labels[BLOCKS - 1]);
        for (int i = 0; i < BLOCKS; i++) {
            method.visitLabel(labels[i]);
            if (i == 0) {
                method.visitVarInsn(Opcodes.ILOAD, 0);
                method.visitInsn(Opcodes.IRETURN);
            } else {
                method.visitInsn(Opcodes.NOP);
                method.visitJumpInsn(Opcodes.GOTO, labels[i - 1]);
            }
        }
        return method;
    }

    /** One handler after the other, each around the next. */
    private static MethodNode nestedHandlers(int levels) {
        MethodNode method = new MethodNode(Opcodes.ACC_STATIC, "m", "(I)I", null, null);
        Label[] starts = new Label[levels];
        for (int i = 0; i < levels; i++) {
            starts[i] = new Label();
            method.visitLabel(starts[i]);
            method.visitVarInsn(Opcodes.ILOAD, 0);
            method.visitVarInsn(Opcodes.ISTORE, i + 1);
        }
        for (int i = levels - 1; i >= 0; i--) {
            Label end = new Label();
            method.visitLabel(end);
            method.visitTryCatchBlock(starts[i], end, end, null);
            method.visitInsn(Opcodes.POP);
            method.visitVarInsn(Opcodes.ILOAD, i + 1);
            method.visitInsn(Opcodes.POP);
        }
        method.visitInsn(Opcodes.ICONST_0);
        method.visitInsn(Opcodes.IRETURN);
        return method;
    }

    @Test
    @Tag("F4")
    void looks_at_each_instruction_a_few_times_however_the_code_is_laid_out() {
        MethodNode method = backToFront();
        Liveness liveness = Liveness.of(method, new ControlFlow(method));
        int size = method.instructions.size();
        assertTrue(liveness.visits() <= 3 * size, liveness.visits() + " visits of " + size + " instructions");
        assertEquals(BitSet.valueOf(new long[] {1}), liveness.before(0));
    }

    @Test
    @Tag("F4")
    void nested_handlers_do_not_multiply_the_work() {
        int few = visits(nestedHandlers(20));
        int many = visits(nestedHandlers(40));
        assertTrue(many <= 3 * few, few + " visits, and " + many + " for twice the handlers");
    }

    private static int visits(MethodNode method) {
        return Liveness.of(method, new ControlFlow(method)).visits();
    }

    @Test
    @Tag("B3")
    void what_a_handler_reads_is_live_throughout_its_range() {
        MethodNode method = nestedHandlers(3);
        Liveness liveness = Liveness.of(method, new ControlFlow(method));
        // Before the store to slot 1, too: the load in front of it may throw.
        assertTrue(liveness.before(method.instructions.indexOf(method.tryCatchBlocks.get(2).start))
                .get(1));
    }
}
