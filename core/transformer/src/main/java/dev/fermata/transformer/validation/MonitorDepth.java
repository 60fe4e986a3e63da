package dev.fermata.transformer.validation;

import dev.fermata.transformer.analysis.ControlFlow;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many monitors a method holds at each instruction, by flow and not by nesting of source: a suspension would return
 * from the method with the monitor held, which the JVM answers with IllegalMonitorStateException.
 */
public final class MonitorDepth {
    private static final int UNREACHED = -1;

    private final InsnList instructions;
    private final int[] depth;
    private final int enters;

    private MonitorDepth(MethodNode method) {
        instructions = method.instructions;
        depth = new int[instructions.size()];
        Arrays.fill(depth, UNREACHED);
        int count = 0;
        for (AbstractInsnNode insn : instructions) {
            count += insn.getOpcode() == Opcodes.MONITORENTER ? 1 : 0;
        }
        enters = count;
        if (enters > 0) {
            flow(new ControlFlow(method));
        }
    }

    public static MonitorDepth of(MethodNode method) {
        return new MonitorDepth(method);
    }

    public boolean isHeldAt(AbstractInsnNode insn) {
        return depth[instructions.indexOf(insn)] > 0;
    }

    /** The greatest depth on any path wins; it never exceeds the number of enters, so this ends. */
    private void flow(ControlFlow control) {
        Deque<Integer> work = new ArrayDeque<>();
        reach(0, 0, work);
        while (!work.isEmpty()) {
            int at = work.pop();
            int before = depth[at];
            int after = Math.max(0, Math.min(enters, before + change(instructions.get(at))));
            for (int next : control.successors(at)) {
                reach(next, after, work);
            }
            for (int handler : control.reachedHandlers(at)) {
                reach(handler, before, work);
            }
        }
    }

    private void reach(int at, int value, Deque<Integer> work) {
        if (value > depth[at]) {
            depth[at] = value;
            work.push(at);
        }
    }

    private static int change(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }
}
