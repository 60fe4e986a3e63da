package dev.fermata.transformer.explain;

import dev.fermata.transformer.MethodFacts;
import dev.fermata.transformer.SuspensionPoint;
import dev.fermata.transformer.analysis.ControlFlow;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/** Finds which state can follow which: from each, all that control gets to before it gets to a suspension point. */
final class Transitions {
    private final MethodNode method;
    private final MethodFacts facts;
    private final ControlFlow flow;
    private final Map<Integer, SuspensionPoint> pointAt = new HashMap<>();

    private Transitions(MethodNode method, MethodFacts facts) {
        this.method = method;
        this.facts = facts;
        this.flow = facts.flow();
        facts.points().forEach(point -> pointAt.put(method.instructions.indexOf(point.insn()), point));
    }

    /** Those of a lowered method, by the state they come from. */
    static List<Transition> of(MethodNode method, MethodFacts facts) {
        Transitions finder = new Transitions(method, facts);
        List<Transition> all = new ArrayList<>(finder.from(0, new int[] {0}, new int[0]));
        for (SuspensionPoint point : facts.points()) {
            int at = method.instructions.indexOf(point.insn());
            int[] next = finder.flow.successors(at);
            List<Transition> some = finder.from(point.number(), next, finder.flow.reachedHandlers(at));
            if (point.shape() == SuspensionPoint.Shape.DELEGATE_AND_END) {
                some.add(new Transition(point.number(), Transition.END, false));
            }
            all.addAll(some);
        }
        return List.copyOf(all);
    }

    private List<Transition> from(int state, int[] next, int[] handlers) {
        Set<Integer> normal = reach(next, new int[0], false);
        List<Transition> found = new ArrayList<>();
        for (int target : reach(next, handlers, true)) {
            found.add(new Transition(state, target, !normal.contains(target)));
        }
        return found;
    }

    /** The states that control gets to, each sorted before the ends. */
    private Set<Integer> reach(int[] next, int[] handlers, boolean byExceptions) {
        Set<Integer> states = new TreeSet<>((one, other) -> Integer.compareUnsigned(one, other));
        BitSet seen = new BitSet();
        Deque<Integer> pending = new ArrayDeque<>();
        add(next, seen, pending);
        add(handlers, seen, pending);
        while (!pending.isEmpty()) {
            int at = pending.remove();
            AbstractInsnNode insn = method.instructions.get(at);
            SuspensionPoint point = pointAt.get(at);
            if (point != null) {
                states.add(point.number());
                continue;
            }
            if (facts.results().contains(insn)) {
                states.add(Transition.END);
            }
            if (insn.getOpcode() == Opcodes.ATHROW && leaves(at)) {
                states.add(Transition.THROWS);
            }
            add(flow.successors(at), seen, pending);
            if (byExceptions && mayThrow(insn) || insn.getOpcode() == Opcodes.ATHROW) {
                add(flow.reachedHandlers(at), seen, pending);
            }
        }
        return states;
    }

    private static void add(int[] targets, BitSet seen, Deque<Integer> pending) {
        for (int target : targets) {
            if (!seen.get(target)) {
                seen.set(target);
                pending.add(target);
            }
        }
    }

    /** Whether what is thrown here may find no handler. */
    private boolean leaves(int at) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            boolean catchesAll = block.type == null || block.type.equals("java/lang/Throwable");
            if (catchesAll
                    && method.instructions.indexOf(block.start) <= at
                    && at < method.instructions.indexOf(block.end)) {
                return false;
            }
        }
        return true;
    }

    /** Leaves out what certainly does not: labels and lines, constants, jumps, and what moves values around. */
    static boolean mayThrow(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        boolean isMove = opcode < Opcodes.IALOAD && opcode != Opcodes.LDC
                || opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE
                || opcode >= Opcodes.POP && opcode <= Opcodes.SWAP
                || opcode >= Opcodes.IINC && opcode <= Opcodes.RETURN;
        return opcode >= 0 && !isMove;
    }
}
