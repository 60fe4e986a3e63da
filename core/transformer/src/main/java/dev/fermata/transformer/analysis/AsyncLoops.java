package dev.fermata.transformer.analysis;

import dev.fermata.transformer.RuntimeNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SourceInterpreter;
import org.objectweb.asm.tree.analysis.SourceValue;

/**
 * The calls that make up the enhanced {@code for} loops over asynchronous generators. Which {@code hasNext()} and {@code
 * next()} belong to one is told by where the iterator comes from, since the type of the variable is that of any other.
 *
 * @param starts the calls of {@code AsyncGenerator.iterator()}
 * @param steps the calls on what only those give
 * @param mixed the calls on what may come from one of those or from somewhere else
 */
public record AsyncLoops(List<MethodInsnNode> starts, List<MethodInsnNode> steps, List<MethodInsnNode> mixed) {
    private static final String ITERATOR = "java/util/Iterator";

    /** Finds them; most methods have none and are not analysed for it. */
    public static AsyncLoops of(String owner, MethodNode method) throws AnalyzerException {
        AsyncLoops loops = new AsyncLoops(startsIn(method), new ArrayList<>(), new ArrayList<>());
        if (!loops.starts.isEmpty()) {
            Frame<SourceValue>[] frames = new Analyzer<>(new Producers()).analyze(owner, method);
            for (int at = 0; at < frames.length; at++) {
                if (isStep(method.instructions.get(at)) && frames[at] != null) {
                    loops.sort((MethodInsnNode) method.instructions.get(at), frames[at]);
                }
            }
        }
        return loops;
    }

    /** The calls of {@code AsyncGenerator.iterator()}, in the order of the code. */
    public static List<MethodInsnNode> startsIn(MethodNode method) {
        List<MethodInsnNode> starts = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (isStart(insn)) {
                starts.add((MethodInsnNode) insn);
            }
        }
        return starts;
    }

    private void sort(MethodInsnNode call, Frame<SourceValue> frame) {
        Set<AbstractInsnNode> producers = frame.getStack(frame.getStackSize() - 1).insns;
        long asynchronous = producers.stream().filter(AsyncLoops::isStart).count();
        if (asynchronous > 0) {
            (asynchronous == producers.size() ? steps : mixed).add(call);
        }
    }

    private static boolean isStart(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKEINTERFACE
                && call.owner.equals(RuntimeNames.ASYNC_GENERATOR)
                && call.name.equals(RuntimeNames.ITERATOR.name())
                && call.desc.equals(RuntimeNames.ITERATOR.desc());
    }

    private static boolean isStep(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.owner.equals(ITERATOR)
                && (isHasNext(call) || call.name.equals(RuntimeNames.NEXT.name()));
    }

    /** Whether a step is {@code hasNext()}, otherwise it is {@code next()}. */
    public static boolean isHasNext(MethodInsnNode step) {
        return step.name.equals(RuntimeNames.HAS_NEXT.name());
    }

    /** Follows a value to the instruction that has made it, through variables and casts. */
    private static final class Producers extends SourceInterpreter {
        private final AbstractInsnNode caller = new LabelNode();

        Producers() {
            super(RuntimeNames.ASM);
        }

        @Override
        public SourceValue newParameterValue(boolean isInstance, int local, Type type) {
            return new SourceValue(type.getSize(), caller);
        }

        @Override
        public SourceValue copyOperation(AbstractInsnNode insn, SourceValue value) {
            return value;
        }

        @Override
        public SourceValue unaryOperation(AbstractInsnNode insn, SourceValue value) {
            return insn.getOpcode() == Opcodes.CHECKCAST ? value : super.unaryOperation(insn, value);
        }
    }
}
