package dev.fermata.transformer.analysis;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.ToIntFunction;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.MethodNode;

/**
 * How many things that are taken and given back, such as monitors, a method holds at each instruction, by flow and not by
 * nesting of source.
 */
public final class HeldDepth {
    private static final int UNREACHED = -1;

    private final InsnList instructions;
    private final ToIntFunction<AbstractInsnNode> change;
    private final int[] depth;
    private final int most;

    private HeldDepth(MethodNode method, ToIntFunction<AbstractInsnNode> change) {
        this.instructions = method.instructions;
        this.change = change;
        this.depth = new int[instructions.size()];
        Arrays.fill(depth, UNREACHED);
        int taken = 0;
        for (AbstractInsnNode insn : instructions) {
            taken += Math.max(0, change.applyAsInt(insn));
        }
        most = taken;
        if (most > 0) {
            flow(new ControlFlow(method));
        }
    }

    /** Follows the monitors of a method. */
    public static HeldDepth ofMonitors(MethodNode method) {
        return of(method, HeldDepth::changeOfMonitors);
    }

    /**
     * Follows something else.
     *
     * @param change by how much an instruction changes the number held
     */
    public static HeldDepth of(MethodNode method, ToIntFunction<AbstractInsnNode> change) {
        return new HeldDepth(method, change);
    }

    /** Whether something is held before this instruction, on any way to it. */
    public boolean isHeldAt(AbstractInsnNode insn) {
        return depth[instructions.indexOf(insn)] > 0;
    }

    /** The greatest depth on any path wins; it never exceeds what is taken, so this ends. */
    private void flow(ControlFlow control) {
        Deque<Integer> work = new ArrayDeque<>();
        reach(0, 0, work);
        while (!work.isEmpty()) {
            int at = work.pop();
            int before = depth[at];
            int after = Math.max(0, Math.min(most, before + change.applyAsInt(instructions.get(at))));
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

    private static int changeOfMonitors(AbstractInsnNode insn) {
        return switch (insn.getOpcode()) {
            case Opcodes.MONITORENTER -> 1;
            case Opcodes.MONITOREXIT -> -1;
            default -> 0;
        };
    }
}
