package dev.fermata.transformer.explain;

import dev.fermata.transformer.FrameLayout;
import dev.fermata.transformer.Marker;
import dev.fermata.transformer.MethodFacts;
import dev.fermata.transformer.SpillPlan;
import dev.fermata.transformer.SpillPlan.Spills;
import dev.fermata.transformer.SpillPlan.Value;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.SuspensionPoint;
import dev.fermata.transformer.WovenMethod;
import dev.fermata.transformer.explain.StateView.Kept;
import dev.fermata.transformer.explain.StateView.Left;
import dev.fermata.transformer.lowering.Await;
import dev.fermata.transformer.validation.Findings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Describes the states of one woven method from what its weaving has used. */
final class MethodExplainer {
    private static final String ENTRY = "entry";

    private final SuspendableMethod target;
    private final MethodNode method;
    private final MethodFacts facts;
    private final SpillPlan plan;
    private final Variables variables;
    private final Reasons reasons;

    /** Made when first needed: few methods suspend with anything on the stack. */
    private Operands operands;

    private MethodExplainer(WovenMethod woven) {
        target = woven.target();
        method = target.method();
        facts = woven.facts();
        plan = woven.plan();
        variables = new Variables(method);
        reasons = new Reasons(method);
    }

    /** The entry and the suspension points. */
    static List<StateView> statesOf(WovenMethod woven) {
        MethodExplainer explainer = new MethodExplainer(woven);
        List<StateView> states = new ArrayList<>();
        states.add(explainer.entry());
        woven.facts().points().forEach(point -> states.add(explainer.point(point)));
        return List.copyOf(states);
    }

    private StateView entry() {
        List<Kept> kept = new ArrayList<>();
        BitSet keptSlots = new BitSet();
        for (SpillPlan.Local local : plan.entry().locals()) {
            keptSlots.set(local.slot());
            Reads reads = Reads.fromStart(method, facts.flow(), local.slot());
            kept.add(kept(variables.at(local.slot(), 0), local.value(), reasons.parameter(reads.reads())));
        }
        List<Left> left = new ArrayList<>();
        for (LocalVariableNode variable : variables.inScope(0)) {
            if (!keptSlots.get(variable.index)) {
                Reads reads = Reads.fromStart(method, facts.flow(), variable.index);
                String why = reads.writes().isEmpty() ? "parameter, never read" : reasons.notKept(reads);
                left.add(new Left(variable.name, Types.ofDescriptor(variable.desc), why));
            }
        }
        return new StateView(0, Findings.firstLine(method), ENTRY, kept, left);
    }

    private StateView point(SuspensionPoint point) {
        int index = method.instructions.indexOf(point.insn());
        Spills spills = plan.points().get(point.number() - 1);
        List<Kept> kept = new ArrayList<>();
        BitSet keptSlots = new BitSet();
        for (SpillPlan.Local local : spills.locals()) {
            keptSlots.set(local.slot());
            Reads reads = Reads.after(method, facts.flow(), local.slot(), index);
            kept.add(kept(variables.at(local.slot(), index), local.value(), reasons.read(reads.reads(), index)));
        }
        for (int position = 0; position < spills.stack().size(); position++) {
            kept.add(operand(index, position, spills.stack().get(position)));
        }
        return new StateView(
                point.number(), Findings.lineOf(point.insn()), markerOf(point.insn()), kept, left(index, keptSlots));
    }

    private List<Left> left(int index, BitSet keptSlots) {
        List<Left> left = new ArrayList<>();
        for (LocalVariableNode variable : variables.inScope(index)) {
            if (!keptSlots.get(variable.index)) {
                Reads reads = Reads.after(method, facts.flow(), variable.index, index);
                left.add(new Left(variable.name, Types.ofDescriptor(variable.desc), reasons.notKept(reads)));
            }
        }
        return left;
    }

    private static Kept kept(LocalVariableNode variable, Value value, String why) {
        return new Kept(
                variable == null ? null : variable.name,
                false,
                variable == null ? Types.ofVerification(value.type()) : Types.ofDescriptor(variable.desc),
                nameOf(value.field()),
                value.field() == null ? why + "; always null here" : why);
    }

    private Kept operand(int index, int position, Value value) {
        String why = reasons.operand(consumersOf(index, position), index);
        return new Kept(
                null,
                true,
                Types.ofVerification(value.type()),
                nameOf(value.field()),
                value.field() == null ? "stands in for an object that is allocated later" : why);
    }

    /** Sees through the variables to which weaving moves the arguments of a constructor. */
    private BitSet consumersOf(int index, int position) {
        BitSet consumers = operands().consumersOf(index, position);
        for (int at : consumers.stream().toArray()) {
            if (method.instructions.get(at) instanceof VarInsnNode store
                    && store.getOpcode() >= Opcodes.ISTORE
                    && variables.at(store.var, at + 1) == null) {
                consumers.clear(at);
                Reads.after(method, facts.flow(), store.var, at).reads().stream()
                        .forEach(load -> consumers.or(operands().consumersOf(load)));
            }
        }
        return consumers;
    }

    private Operands operands() {
        if (operands == null) {
            operands = Operands.of(target.host().name, method);
        }
        return operands;
    }

    private static String nameOf(FrameLayout.Field field) {
        return field == null ? null : field.name();
    }

    private static String markerOf(AbstractInsnNode insn) {
        if (insn instanceof Await await) {
            return await.form().word();
        }
        return insn.getOpcode() == Opcodes.ARETURN
                ? "return"
                : Marker.of(insn).orElseThrow().method();
    }
}
