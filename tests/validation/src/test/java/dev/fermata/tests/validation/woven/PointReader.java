package dev.fermata.tests.validation.woven;

import dev.fermata.tests.validation.woven.WovenPoint.Restored;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Reads the suspension points off a body. The dispatch, the first switch, leads to where each is resumed; from there
 * straight to the call of {@code take} stands what is put back:
 *
 * <pre>
 *   aload 0; getfield f; (aload 0; aconst_null; putfield f;) xstore n      a local variable
 *   aload 0; getfield f; (aload 0; aconst_null; putfield f;)               an operand
 *   aconst_null; astore n                                                  a variable known to be null
 * </pre>
 */
final class PointReader {
    private final WovenMethod method;
    private final MethodNode body;

    private PointReader(WovenMethod method) {
        this.method = method;
        this.body = method.body();
    }

    static List<WovenPoint> read(WovenMethod method) {
        return new PointReader(method).read();
    }

    private List<WovenPoint> read() {
        Map<Integer, Boolean> delegating = delegatingByNumber();
        List<WovenPoint> points = new ArrayList<>();
        List<LabelNode> targets = dispatch().labels;
        for (int number = 1; number < targets.size(); number++) {
            points.add(point(number, targets.get(number), delegating.get(number)));
        }
        return points;
    }

    private TableSwitchInsnNode dispatch() {
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof TableSwitchInsnNode dispatch) {
                return dispatch;
            }
        }
        throw new AssertionError(method + " has no dispatch");
    }

    /** The number is the constant before the call that suspends. */
    private Map<Integer, Boolean> delegatingByNumber() {
        Map<Integer, Boolean> delegating = new TreeMap<>();
        for (AbstractInsnNode insn : body.instructions) {
            if (suspends(insn, method.frame().name)) {
                delegating.put(constant(insn.getPrevious()), ((MethodInsnNode) insn).name.equals("delegateTo"));
            }
        }
        return delegating;
    }

    /** Whether an instruction makes the frame a suspended one; what follows returns. */
    static boolean suspends(AbstractInsnNode insn, String frame) {
        return insn instanceof MethodInsnNode call
                && call.owner.equals(frame)
                && (call.name.equals("suspendAt") || call.name.equals("delegateTo"));
    }

    private static int constant(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        return insn instanceof IntInsnNode push ? push.operand : opcode - Opcodes.ICONST_0;
    }

    private WovenPoint point(int number, LabelNode resumption, boolean delegates) {
        List<AbstractInsnNode> wayIn = wayIn(resumption);
        Map<AbstractInsnNode, String> names = namesAt(wayIn.get(wayIn.size() - 1));
        List<Restored> locals = new ArrayList<>();
        List<Restored> stack = new ArrayList<>();
        List<FieldInsnNode> reads = new ArrayList<>();
        Restored pending = null;
        for (AbstractInsnNode insn : wayIn) {
            if (insn instanceof FieldInsnNode field && insn.getOpcode() == Opcodes.GETFIELD) {
                pending = push(pending, new Restored("?", field.desc), stack);
                reads.add(field);
            } else if (insn.getOpcode() == Opcodes.ACONST_NULL && insn.getNext().getOpcode() != Opcodes.PUTFIELD) {
                pending = push(pending, new Restored("?", null), stack);
            } else if (insn instanceof VarInsnNode store && insn.getOpcode() >= Opcodes.ISTORE) {
                locals.add(new Restored(names.getOrDefault(store, "?"), pending.desc()));
                pending = null;
            }
        }
        push(pending, null, stack);
        return new WovenPoint(
                number, lineOf(resumption), delegates, endsAfter(wayIn), locals, stack, List.copyOf(reads));
    }

    /** What was there before and has been stored nowhere is an operand. */
    private static Restored push(Restored pending, Restored next, List<Restored> stack) {
        if (pending != null) {
            stack.add(pending);
        }
        return next;
    }

    private static List<AbstractInsnNode> wayIn(LabelNode resumption) {
        List<AbstractInsnNode> wayIn = new ArrayList<>();
        AbstractInsnNode at = resumption;
        for (; !isTake(at); at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                wayIn.add(at);
            }
        }
        wayIn.add(at);
        return wayIn;
    }

    private static boolean isTake(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call && call.name.equals("take");
    }

    /** What the variables are called that hold a value where a point takes its result. */
    private Map<AbstractInsnNode, String> namesAt(AbstractInsnNode take) {
        int at = body.instructions.indexOf(take);
        Map<Integer, String> bySlot = new HashMap<>();
        for (LocalVariableNode variable : body.localVariables) {
            if (body.instructions.indexOf(variable.start) <= at && at < body.instructions.indexOf(variable.end)) {
                bySlot.putIfAbsent(variable.index, variable.name); // a second name is for debuggers
            }
        }
        Map<AbstractInsnNode, String> names = new HashMap<>();
        for (AbstractInsnNode insn : body.instructions) {
            if (insn instanceof VarInsnNode variable && bySlot.containsKey(variable.var)) {
                names.put(insn, bySlot.get(variable.var));
            }
        }
        return names;
    }

    private static int lineOf(AbstractInsnNode insn) {
        for (AbstractInsnNode at = insn; at != null; at = at.getPrevious()) {
            if (at instanceof LineNumberNode line) {
                return line.line;
            }
        }
        return 0;
    }

    /** Whether what is taken is at once the result of the body, which a generator's frame keeps first. */
    private boolean endsAfter(List<AbstractInsnNode> wayIn) {
        AbstractInsnNode keeping = next(wayIn.get(wayIn.size() - 1), Opcodes.DUP);
        AbstractInsnNode end = calls(keeping, "keepResult") ? next(call(keeping), Opcodes.NOP) : keeping;
        return calls(end, "end") && next(call(end), Opcodes.NOP) instanceof InsnNode;
    }

    /** Whether a load of the frame begins a call on it. */
    private static boolean calls(AbstractInsnNode load, String method) {
        return load instanceof VarInsnNode frame
                && frame.var == 0
                && call(load) instanceof MethodInsnNode call
                && call.name.equals(method);
    }

    private static AbstractInsnNode call(AbstractInsnNode load) {
        return next(load, Opcodes.SWAP);
    }

    private static AbstractInsnNode next(AbstractInsnNode insn, int passedOver) {
        AbstractInsnNode next = insn.getNext();
        while (next != null && (next.getOpcode() < 0 || next.getOpcode() == passedOver)) {
            next = next.getNext();
        }
        return next;
    }
}
