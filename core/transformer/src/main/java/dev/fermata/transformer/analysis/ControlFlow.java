package dev.fermata.transformer.analysis;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Where control can go from each instruction, by index. */
public final class ControlFlow {
    private static final int[] NOWHERE = {};

    private final int[][] successors;
    private final int[][] handlers;
    private final int[][] reachedHandlers;

    public ControlFlow(MethodNode method) {
        InsnList instructions = method.instructions;
        int size = instructions.size();
        successors = new int[size][];
        for (int at = 0; at < size; at++) {
            successors[at] = successorsOf(instructions, instructions.get(at), at, size);
        }
        handlers = handlersOf(method, size, false);
        reachedHandlers = handlersOf(method, size, true);
    }

    /** The instructions that may run next when this one does not throw. */
    public int[] successors(int at) {
        return successors[at];
    }

    /**
     * The handlers of every exception range that covers this instruction, in table order. The verifier checks them all,
     * also those that no exception gets to.
     */
    public int[] handlers(int at) {
        return handlers[at];
    }

    /** The handlers that an exception of this instruction can get to: none behind one that catches everything. */
    public int[] reachedHandlers(int at) {
        return reachedHandlers[at];
    }

    /** For each instruction those that control may come from, by an exception too; one may be named more than once. */
    public int[][] sources() {
        int[] count = new int[successors.length];
        forEachEdge((from, to) -> count[to]++);
        int[][] sources = new int[count.length][];
        for (int at = 0; at < count.length; at++) {
            sources[at] = new int[count[at]];
        }
        forEachEdge((from, to) -> sources[to][--count[to]] = from);
        return sources;
    }

    private interface Edge {
        void accept(int from, int to);
    }

    private void forEachEdge(Edge edge) {
        for (int at = 0; at < successors.length; at++) {
            for (int next : successors[at]) {
                edge.accept(at, next);
            }
            for (int handler : handlers[at]) {
                edge.accept(at, handler);
            }
        }
    }

    private static int[] successorsOf(InsnList instructions, AbstractInsnNode insn, int at, int size) {
        int next = at + 1;
        if (insn instanceof JumpInsnNode jump) {
            int target = instructions.indexOf(jump.label);
            return jump.getOpcode() == Opcodes.GOTO ? new int[] {target} : new int[] {next, target};
        }
        if (insn instanceof TableSwitchInsnNode table) {
            return targets(instructions, table.labels, table.dflt);
        }
        if (insn instanceof LookupSwitchInsnNode lookup) {
            return targets(instructions, lookup.labels, lookup.dflt);
        }
        int opcode = insn.getOpcode();
        boolean leaves = opcode == Opcodes.ATHROW || opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        return leaves || next == size ? NOWHERE : new int[] {next};
    }

    private static int[] targets(InsnList instructions, List<LabelNode> labels, LabelNode otherwise) {
        int[] targets = new int[labels.size() + 1];
        for (int i = 0; i < labels.size(); i++) {
            targets[i] = instructions.indexOf(labels.get(i));
        }
        targets[labels.size()] = instructions.indexOf(otherwise);
        return targets;
    }

    private static int[][] handlersOf(MethodNode method, int size, boolean stopAtCatchAll) {
        int[][] handlers = new int[size][];
        Arrays.fill(handlers, NOWHERE);
        BitSet caught = new BitSet();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            int handler = method.instructions.indexOf(block.handler);
            int end = method.instructions.indexOf(block.end);
            for (int at = method.instructions.indexOf(block.start); at < end; at++) {
                if (!caught.get(at)) {
                    handlers[at] = append(handlers[at], handler);
                    caught.set(at, stopAtCatchAll && block.type == null);
                }
            }
        }
        return handlers;
    }

    private static int[] append(int[] list, int element) {
        int[] longer = Arrays.copyOf(list, list.length + 1);
        longer[list.length] = element;
        return longer;
    }
}
