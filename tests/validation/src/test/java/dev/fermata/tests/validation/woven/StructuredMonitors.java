package dev.fermata.tests.validation.woven;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Structured locking (JVMS 2.11.10): on every path each monitor that is entered is left once, in the reverse order, and
 * none is held where the method is left. HotSpot compiles no method that breaks this rule.
 *
 * <p>A forward flow. The state is the list of the monitors held, each known by the instruction that made its object, so
 * that the right one must be left; where objects from different places meet only the number is compared. An exception
 * goes to the handlers of its instruction up to the first that catches everything.
 */
public final class StructuredMonitors extends Analyzer<Held> {
    private final MethodNode method;
    private final List<String> problems;

    private StructuredMonitors(MethodNode method, List<String> problems) {
        super(new HeldInterpreter());
        this.method = method;
        this.problems = problems;
    }

    /** What is wrong with the monitors of a method; it suspends where a method of the frame class is told to. */
    public static List<String> problems(String owner, MethodNode method, String frame) {
        List<String> problems = new ArrayList<>();
        if (!HeldInterpreter.isNeededFor(method)) {
            return problems;
        }
        try {
            Frame<Held>[] states = new StructuredMonitors(method, problems).analyze(owner, method);
            for (int i = 0; i < states.length; i++) {
                AbstractInsnNode insn = method.instructions.get(i);
                if (states[i] != null && leaves(insn, i, method, frame) && ((MonitorFrame) states[i]).holdsAny()) {
                    problems.add("holds a monitor at instruction " + i + ", where it is left");
                }
            }
        } catch (AnalyzerException e) {
            problems.add(e.toString());
        }
        return problems;
    }

    private static boolean leaves(AbstractInsnNode insn, int at, MethodNode method, String frame) {
        int opcode = insn.getOpcode();
        boolean returns = opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        boolean escapes = opcode == Opcodes.ATHROW
                && method.tryCatchBlocks.stream().noneMatch(block -> catchesAll(block) && covers(method, block, at));
        return returns || escapes || PointReader.suspends(insn, frame);
    }

    @Override
    protected Frame<Held> newFrame(int locals, int stack) {
        return new MonitorFrame(locals, stack, problems);
    }

    @Override
    protected Frame<Held> newFrame(Frame<? extends Held> other) {
        return new MonitorFrame(other.getLocals(), other.getMaxStackSize(), problems).init(other);
    }

    @Override
    protected boolean newControlFlowExceptionEdge(int at, TryCatchBlockNode block) {
        if (!mayThrow(method.instructions.get(at).getOpcode())) {
            return false;
        }
        for (TryCatchBlockNode earlier : method.tryCatchBlocks) {
            if (earlier == block) {
                return true;
            }
            if (catchesAll(earlier) && covers(method, earlier, at)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Labels, lines and frames throw nothing. Entering a monitor throws only before it is held, as the instruction before
     * it may do, and leaving the right one throws nothing.
     */
    private static boolean mayThrow(int opcode) {
        return opcode >= 0 && opcode != Opcodes.MONITORENTER && opcode != Opcodes.MONITOREXIT;
    }

    private static boolean catchesAll(TryCatchBlockNode block) {
        return block.type == null || block.type.equals("java/lang/Throwable");
    }

    private static boolean covers(MethodNode method, TryCatchBlockNode block, int at) {
        return method.instructions.indexOf(block.start) <= at && at < method.instructions.indexOf(block.end);
    }
}
