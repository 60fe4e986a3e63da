package dev.fermata.transformer.explain;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/** Which instructions consume a value that lies on the operand stack. */
final class Operands {
    private final MethodNode method;
    private final Frame<SourceValue>[] frames;
    private final Uses uses;

    private Operands(MethodNode method, Frame<SourceValue>[] frames, Uses uses) {
        this.method = method;
        this.frames = frames;
        this.uses = uses;
    }

    static Operands of(String owner, MethodNode method) {
        Uses uses = new Uses();
        try {
            return new Operands(method, new Analyzer<>(uses).analyzeAndComputeMaxs(owner, method), uses);
        } catch (AnalyzerException e) {
            throw new IllegalStateException("a method that has been woven cannot be analysed", e);
        }
    }

    /** The consumers of what an instruction has pushed. */
    BitSet consumersOf(int producer) {
        return indices(uses.consumers.getOrDefault(method.instructions.get(producer), Set.of()));
    }

    /**
     * The consumers of a value.
     *
     * @param index the instruction before which it lies on the stack
     * @param position where, from the bottom
     */
    BitSet consumersOf(int index, int position) {
        BitSet consumers = indices(uses.consumersOf(frames[index].getStack(position)));
        consumers.clear(index);
        return consumers;
    }

    private BitSet indices(Set<AbstractInsnNode> instructions) {
        BitSet indices = new BitSet();
        instructions.forEach(insn -> indices.set(method.instructions.indexOf(insn)));
        return indices;
    }

    /** Notes who uses what, and sees through copies on the stack: the copy is the value. */
    private static final class Uses extends SourceInterpreter {
        private final Map<AbstractInsnNode, Set<AbstractInsnNode>> consumers = new HashMap<>();

        Uses() {
            super(Opcodes.ASM9);
        }

        Set<AbstractInsnNode> consumersOf(SourceValue value) {
            Set<AbstractInsnNode> all = new HashSet<>();
            value.insns.forEach(source -> all.addAll(consumers.getOrDefault(source, Set.of())));
            return all;
        }

        private void note(AbstractInsnNode consumer, SourceValue... values) {
            for (SourceValue value : values) {
                for (AbstractInsnNode source : value.insns) {
                    consumers.computeIfAbsent(source, key -> new HashSet<>()).add(consumer);
                }
            }
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
            boolean onStack = insn.getOpcode() >= Opcodes.DUP && insn.getOpcode() <= Opcodes.SWAP;
            if (!onStack) {
                note(insn, value);
            }
            return onStack ? value : super.copyOperation(insn, value);
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode insn, SourceValue value) {
            note(insn, value);
            return super.unaryOperation(insn, value);
        }

        @Override
        public SourceValue binaryOperation(AbstractInsnNode insn, SourceValue one, SourceValue other) {
            note(insn, one, other);
            return super.binaryOperation(insn, one, other);
        }

        @Override
        public SourceValue ternaryOperation(
                AbstractInsnNode insn, SourceValue one, SourceValue second, SourceValue third) {
            note(insn, one, second, third);
            return super.ternaryOperation(insn, one, second, third);
        }

        @Override
        public SourceValue naryOperation(AbstractInsnNode insn, List<? extends SourceValue> values) {
            note(insn, values.toArray(new SourceValue[0]));
            return super.naryOperation(insn, values);
        }
    }
}
