package dev.fermata.tests.validation.woven;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.Interpreter;

/** The state of a method with the monitors it holds, the last one entered first. */
final class MonitorFrame extends Frame<Held> {
    private final Deque<Held> held = new ArrayDeque<>();
    private final List<String> problems;

    MonitorFrame(int locals, int stack, List<String> problems) {
        super(locals, stack);
        this.problems = problems;
    }

    boolean holdsAny() {
        return !held.isEmpty();
    }

    private void copyHeld(Frame<? extends Held> other) {
        held.clear();
        held.addAll(((MonitorFrame) (Frame<?>) other).held);
    }

    @Override
    public Frame<Held> init(Frame<? extends Held> other) {
        super.init(other);
        copyHeld(other);
        return this;
    }

    @Override
    public void execute(AbstractInsnNode insn, Interpreter<Held> interpreter) throws AnalyzerException {
        Held operand = getStackSize() == 0 ? null : getStack(getStackSize() - 1);
        super.execute(insn, interpreter);
        if (insn.getOpcode() == Opcodes.MONITORENTER) {
            held.push(operand);
        } else if (insn.getOpcode() == Opcodes.MONITOREXIT) {
            if (held.isEmpty()) {
                problems.add("leaves a monitor that it does not hold");
            } else if (!held.pop().mayBe(operand)) {
                problems.add("leaves another monitor than the last one entered");
            }
        }
    }

    @Override
    public boolean merge(Frame<? extends Held> other, Interpreter<Held> interpreter) throws AnalyzerException {
        Deque<Held> theirs = ((MonitorFrame) (Frame<?>) other).held;
        if (theirs.size() != held.size()) {
            problems.add("paths meet that hold " + held.size() + " and " + theirs.size() + " monitors");
        } else {
            Iterator<Held> their = theirs.iterator();
            if (!held.stream().allMatch(our -> our.mayBe(their.next()))) {
                problems.add("paths meet that hold different monitors");
            }
        }
        return super.merge(other, interpreter);
    }
}
