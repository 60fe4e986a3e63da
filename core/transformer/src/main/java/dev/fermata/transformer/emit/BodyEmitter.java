package dev.fermata.transformer.emit;

import dev.fermata.transformer.MethodFacts;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SpillPlan;
import dev.fermata.transformer.SpillPlan.Spills;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.SuspensionPoint;
import dev.fermata.transformer.WovenNames;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Writes the body: the user's code with a dispatch in front and a way out and back in at every suspension point.
 *
 * <pre>
 *   static Object lambda$m$co0(Frame f, Object input, int depth) {
 *       f = (Host$$m$0) f
 *       switch (f.begin()) { case 0: goto R0  case 1: goto R1 ...  default: goto E }
 *   E:  return null                                                    // has ended
 *   H:  throw f.fail(t, depth)                                         // catches from R0 to the end
 *       ({@link UncountedBranches} has handlers here, too)
 *   R0: restore the arguments
 *       ... the user's code ...
 *   }
 * </pre>
 *
 * All that is not the user's stands in front, where no line has begun yet: coverage tools count nothing of it in any
 * line, and a breakpoint on the method's first line is not hit again by a resumption. {@link SuspensionEmitter} shows
 * what stands at a suspension point.
 */
public final class BodyEmitter {
    private static final Object OBJECT = RuntimeNames.OBJECT;

    private final SuspendableMethod target;
    private final MethodFacts facts;
    private final SpillPlan plan;
    private final WovenNames names;
    private final MethodNode original;
    private final MethodNode body;
    private final Code code;
    private final BodySlots slots;
    private final UncountedBranches branches;
    private final SuspensionEmitter suspensions;
    private final Map<AbstractInsnNode, SuspensionPoint> pointAt = new IdentityHashMap<>();

    private BodyEmitter(SuspendableMethod target, MethodFacts facts, SpillPlan plan, WovenNames names) {
        this.target = target;
        this.facts = facts;
        this.plan = plan;
        this.names = names;
        this.original = target.method();
        this.body = new MethodNode(
                RuntimeNames.ASM,
                RuntimeNames.bodyAccess(target.hostIsInterface()),
                names.body(),
                RuntimeNames.BODY_DESC,
                null,
                null);
        this.code = new Code(body, names.frame());
        this.slots = new BodySlots(names.frame(), original.maxLocals);
        this.branches = new UncountedBranches(code, slots);
        this.suspensions = new SuspensionEmitter(code, slots, target.kind(), plan.unboxed(), branches);
        facts.points().forEach(point -> pointAt.put(point.insn(), point));
    }

    /** Writes the body of one method. */
    public static MethodNode emit(SuspendableMethod target, MethodFacts facts, SpillPlan plan, WovenNames names) {
        BodyEmitter emitter = new BodyEmitter(target, facts, plan, names);
        emitter.emit();
        return emitter.body;
    }

    private void emit() {
        Label exhausted = new Label();
        Label end = new Label();
        code.visitCode();
        Label start = new Label();
        emitDispatch(start, exhausted);
        emitExhausted(exhausted);
        Label handler = emitLastResort();
        branches.emitHandlers(
                facts.points().stream().anyMatch(point -> point.shape().delegates()));
        emitEntry(start);
        emitUserCode();
        code.mark(end);
        branches.keepWithinLimits(body);

        ExceptionRanges ranges = new ExceptionRanges(original, facts.points(), suspensions.gaps());
        body.tryCatchBlocks.addAll(ranges.split(body));
        body.tryCatchBlocks.addAll(branches.ranges());
        body.visitTryCatchBlock(start, end, handler, null);
        code.visitMaxs(0, 0);
        FrameMerger.apply(body);
        ExceptionRanges.dropEmpty(body);
        LocalVariableRanges.copy(original, body, target.host().name);
        code.visitEnd();
    }

    /** Enters the body at the point where the frame stands. */
    private void emitDispatch(Label entry, Label exhausted) {
        List<Label> targets = new ArrayList<>();
        targets.add(entry);
        facts.points().forEach(point -> targets.add(suspensions.resumeLabel(point)));

        code.load(BodySlots.FRAME, OBJECT);
        code.checkcast(Type.getObjectType(names.frame()));
        branches.emitDispatch(exhausted, targets);
    }

    /** Where the first run begins. */
    private void emitEntry(Label entry) {
        code.mark(entry);
        code.frame(slots.onResumption(), List.of());
        suspensions.restoreLocals(plan.entry());
    }

    private void emitUserCode() {
        for (AbstractInsnNode insn : original.instructions) {
            SuspensionPoint point = pointAt.get(insn);
            if (point != null) {
                Spills spills = plan.points().get(point.number() - 1);
                suspensions.emit(point, spills);
            } else if (facts.results().contains(insn)) {
                suspensions.emitEnd(isNull(insn.getPrevious()));
            } else {
                emitShifted(insn);
            }
        }
    }

    /** Whether what is returned has been put on the stack right before, as by {@code return null}. */
    private static boolean isNull(AbstractInsnNode before) {
        AbstractInsnNode at = before;
        while (at instanceof LabelNode || at instanceof LineNumberNode) {
            at = at.getPrevious();
        }
        return at != null && at.getOpcode() == Opcodes.ACONST_NULL;
    }

    /** Copies an instruction, with the user's variables moved behind the body's parameters. */
    private void emitShifted(AbstractInsnNode insn) {
        if (insn instanceof VarInsnNode variable) {
            code.visitVarInsn(variable.getOpcode(), BodySlots.ofUser(variable.var));
        } else if (insn instanceof IincInsnNode increment) {
            code.visitIincInsn(BodySlots.ofUser(increment.var), increment.incr);
        } else if (insn instanceof FrameNode frame) {
            code.frame(
                    slots.withUserLocals(
                            weaken(frame.local, facts.liveAtFrames().get(frame))),
                    frame.stack.stream().map(BodyEmitter::asVisited).toList());
        } else {
            insn.accept(code);
        }
    }

    /**
     * Forgets the variables that nothing reads any more: compilers keep declaring them until their scope ends, but they
     * are not restored. A frame that says less is always valid if no later load needs more.
     */
    private static List<Object> weaken(List<Object> locals, BitSet live) {
        List<Object> weaker = new ArrayList<>();
        int slot = 0;
        for (Object type : locals) {
            if (live.get(slot)) {
                weaker.add(asVisited(type));
            } else {
                for (int i = 0; i < SpillPlan.sizeOf(type); i++) {
                    weaker.add(Opcodes.TOP);
                }
            }
            slot += SpillPlan.sizeOf(type);
        }
        return weaker;
    }

    /** The tree holds label nodes where visitors want labels. */
    private static Object asVisited(Object type) {
        return type instanceof LabelNode label ? label.getLabel() : type;
    }

    /** A generator that has ended has no more values, and says so each time it is asked. */
    private void emitExhausted(Label exhausted) {
        code.mark(exhausted);
        code.frame(slots.onResumption(), List.of());
        code.aconst(null);
        code.areturn(Type.getObjectType(RuntimeNames.OBJECT));
    }

    /** Marks the frame as ended by whatever the user's code lets escape. */
    private Label emitLastResort() {
        Label handler = new Label();
        code.mark(handler);
        code.frame(slots.atLastResort(), List.of("java/lang/Throwable"));
        code.load(BodySlots.FRAME, OBJECT);
        code.swap();
        code.load(BodySlots.DEPTH, Opcodes.INTEGER);
        code.callFrame(RuntimeNames.FAIL);
        code.athrow();
        return handler;
    }
}
