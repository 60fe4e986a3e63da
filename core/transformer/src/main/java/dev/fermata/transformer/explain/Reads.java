package dev.fermata.transformer.explain;

import dev.fermata.transformer.analysis.ControlFlow;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Who reads a variable next. The same flow as that of {@link dev.fermata.transformer.analysis.Liveness}, which tells that
 * somebody does, but walked forwards: a variable is live exactly if this finds a read.
 *
 * @param reads the instructions that may be the next to read it
 * @param writes those that overwrite it before
 */
record Reads(BitSet reads, BitSet writes) {
    /** Those of a slot after control has left an instruction, in either way. */
    static Reads after(MethodNode method, ControlFlow flow, int slot, int index) {
        Walk walk = new Walk(method, flow, slot);
        walk.goTo(flow.successors(index));
        walk.goTo(flow.handlers(index));
        return walk.run();
    }

    /** Those of an argument. */
    static Reads fromStart(MethodNode method, ControlFlow flow, int slot) {
        Walk walk = new Walk(method, flow, slot);
        walk.goTo(0);
        return walk.run();
    }

    private static final class Walk {
        private final MethodNode method;
        private final ControlFlow flow;
        private final int slot;
        private final Reads found = new Reads(new BitSet(), new BitSet());
        private final BitSet seen = new BitSet();
        private final Deque<Integer> pending = new ArrayDeque<>();

        Walk(MethodNode method, ControlFlow flow, int slot) {
            this.method = method;
            this.flow = flow;
            this.slot = slot;
        }

        void goTo(int... targets) {
            for (int target : targets) {
                if (!seen.get(target)) {
                    seen.set(target);
                    pending.add(target);
                }
            }
        }

        Reads run() {
            while (!pending.isEmpty()) {
                int at = pending.remove();
                AbstractInsnNode insn = method.instructions.get(at);
                if (isRead(insn)) {
                    found.reads.set(at);
                    continue;
                }
                goTo(flow.handlers(at)); // the instruction may throw before it has written
                if (isWrite(insn)) {
                    found.writes.set(at);
                } else {
                    goTo(flow.successors(at));
                }
            }
            return found;
        }

        private boolean isRead(AbstractInsnNode insn) {
            return insn instanceof IincInsnNode increment && increment.var == slot
                    || insn instanceof VarInsnNode load && load.var == slot && load.getOpcode() < Opcodes.ISTORE;
        }

        private boolean isWrite(AbstractInsnNode insn) {
            if (!(insn instanceof VarInsnNode store) || store.getOpcode() < Opcodes.ISTORE) {
                return false;
            }
            boolean isWide = store.getOpcode() == Opcodes.LSTORE || store.getOpcode() == Opcodes.DSTORE;
            return store.var == slot || isWide && store.var + 1 == slot;
        }
    }
}
