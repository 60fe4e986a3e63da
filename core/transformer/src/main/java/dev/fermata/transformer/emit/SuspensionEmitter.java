package dev.fermata.transformer.emit;

import dev.fermata.transformer.FrameLayout;
import dev.fermata.transformer.Kind;
import dev.fermata.transformer.Primitive;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SpillPlan;
import dev.fermata.transformer.SpillPlan.Local;
import dev.fermata.transformer.SpillPlan.Spills;
import dev.fermata.transformer.SpillPlan.Value;
import dev.fermata.transformer.SuspensionPoint;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes what replaces a marker. {@code S} is what lies below its operand on the stack.
 *
 * <pre>
 *   yield, suspend                           yieldFrom, await
 *                                            [S target]
 *                                            inner = f.enter(target, depth)
 *                                            out = inner.step(null, depth)
 *                                            nop                                {@link UncountedBranches}
 *                                            if (inner.ended()) goto J          [S out]
 *   [S value]                          L1:   [S out]
 *       (async yield: out = f.yielding(value))
 *       (a primitive one: f.handOut(value), [S null])
 *       (one without its box: f.unboxed = value, [S unboxed()])
 *   L1: out = value (if there is S)
 *       spill S from the top, spill locals   the same
 *       f.suspendAt(k)                       f.delegateTo(inner, k)
 *       return out                           return out
 *   Rk: restore locals, restore S            the same
 *   L3:                                L3:
 *       take(input)                          take(input)
 *       [S result]                     J:    [S result]
 * </pre>
 *
 * From {@code L1} to {@code L3} no handler of the user's is in force: the locals it expects are not all there. The failure
 * of what is awaited is thrown by {@code step} or {@code take}, inside the range. A reference is set to null in the frame
 * as it is restored, so that the frame does not keep alive what the method has dropped.
 */
final class SuspensionEmitter {
    private static final Object OBJECT = RuntimeNames.OBJECT;
    private static final Type OBJECT_TYPE = Type.getObjectType(RuntimeNames.OBJECT);

    private final Code code;
    private final BodySlots slots;

    /** What is yielded without a box. */
    private final Optional<Primitive> yielded;

    /** Where a generator of objects leaves what it yields without a box; null if it does not. */
    private final Value unboxed;

    private final boolean keepsResult;

    private final Map<SuspensionPoint, Label> resumeLabels = new IdentityHashMap<>();
    private final Map<SuspensionPoint, Gap> gaps = new IdentityHashMap<>();
    private final UncountedBranches branches;

    SuspensionEmitter(Code code, BodySlots slots, Kind kind, Value unboxed, UncountedBranches branches) {
        this.branches = branches;
        this.unboxed = unboxed;
        this.yielded = Primitive.of(kind);
        this.keepsResult = kind.keepsResult();
        this.code = code;
        this.slots = slots;
    }

    /** The stretch of a suspension point where the user's handlers are not in force. */
    record Gap(Label start, Label end) {}

    Map<SuspensionPoint, Gap> gaps() {
        return gaps;
    }

    Label resumeLabel(SuspensionPoint point) {
        return resumeLabels.computeIfAbsent(point, key -> new Label());
    }

    void emit(SuspensionPoint point, Spills spills) {
        switch (point.shape()) {
            case HAND_OUT -> emitHandOut(point, spills);
            case HAND_TO_CONSUMER -> emitHandToConsumer(point, spills);
            case DELEGATE -> emitDelegate(point, spills);
            case DELEGATE_AND_END -> emitDelegateAndEnd(point, spills);
        }
    }

    /** [result] to the end of the body; a frame that keeps its result has null already. */
    void emitEnd(boolean isNull) {
        if (keepsResult && !isNull) {
            code.dup();
            code.load(BodySlots.FRAME, OBJECT);
            code.swap();
            code.callFrame(RuntimeNames.KEEP_RESULT);
        }
        code.load(BodySlots.FRAME, OBJECT);
        code.callFrame(RuntimeNames.END);
        code.areturn(OBJECT_TYPE);
    }

    private void emitHandOut(SuspensionPoint point, Spills spills) {
        yielded.ifPresent(this::emitPutInFrame);
        if (unboxed != null && point.primitive().isPresent()) {
            emitLeaveUnboxed();
        }
        Gap gap = openGap(point);
        emitWayOut(point, spills);
        emitWayIn(point, spills, gap);
    }

    /** [S value] to [S out] first: the value waits in the frame, and what is handed out tells that it does. */
    private void emitHandToConsumer(SuspensionPoint point, Spills spills) {
        code.load(BodySlots.FRAME, OBJECT);
        code.swap();
        code.callFrame(RuntimeNames.YIELDING);
        emitHandOut(point, spills);
    }

    /** [S value] to [S null]: the bits of a primitive value travel in the frame. */
    private void emitPutInFrame(Primitive primitive) {
        if (primitive == Primitive.INT) {
            code.cast(Type.INT_TYPE, Type.LONG_TYPE);
        } else if (primitive == Primitive.DOUBLE) {
            code.invokestatic("java/lang/Double", "doubleToRawLongBits", "(D)J", false);
        }
        code.load(BodySlots.FRAME, OBJECT);
        code.dupX2();
        code.pop();
        code.callFrame(RuntimeNames.HAND_OUT);
        code.aconst(null);
    }

    /** [S value] to [S out]: the frame boxes the value when it is asked for it. */
    private void emitLeaveUnboxed() {
        spillTop(unboxed);
        code.callRuntime(RuntimeNames.GENERATOR_FRAME, RuntimeNames.UNBOXED);
    }

    private void emitDelegate(SuspensionPoint point, Spills spills) {
        Label finished = new Label();
        emitStepInner(RuntimeNames.ENTER, finished);
        Gap gap = openGap(point);
        emitWayOut(point, spills);
        emitWayIn(point, spills, gap);
        code.mark(finished);
        code.frame(slots.restored(spills), with(spills.stack(), OBJECT));
    }

    /** Nothing is kept but what handlers read, and the result of the delegate is the result of the body. */
    private void emitDelegateAndEnd(SuspensionPoint point, Spills spills) {
        Label finished = new Label();
        dropBelow(point);
        emitStepInner(RuntimeNames.ENTER_RETURNED, finished);
        Gap gap = openGap(point);
        emitWayOut(point, spills);
        emitWayIn(point, spills, gap);
        code.mark(finished);
        code.frame(slots.restored(spills), List.of(OBJECT));
        emitEnd(false);
    }

    /** [S target] to [out], dropping S: a return may leave values behind on the stack. */
    private void dropBelow(SuspensionPoint point) {
        if (point.stackBelow() > 0) {
            code.store(slots.outcome(), OBJECT);
            for (int i = point.stackBelow() - 1; i >= 0; i--) {
                code.drop(point.state().stack().get(i));
            }
            code.load(slots.outcome(), OBJECT);
        }
    }

    /** [target] to [out], branching if the delegate has ended. */
    private void emitStepInner(RuntimeNames.Member enter, Label finished) {
        code.load(BodySlots.FRAME, OBJECT);
        code.swap();
        code.load(BodySlots.DEPTH, Opcodes.INTEGER);
        code.callFrame(enter);
        code.dup();
        code.store(slots.innerFrame(), OBJECT);
        code.aconst(null);
        code.load(BodySlots.DEPTH, Opcodes.INTEGER);
        code.callAnyFrame(RuntimeNames.STEP);
        branches.emitEndedTest(slots.innerFrame(), finished);
    }

    private Gap openGap(SuspensionPoint point) {
        Gap gap = new Gap(new Label(), new Label());
        gaps.put(point, gap);
        code.mark(gap.start());
        return gap;
    }

    /** [S out] to the return, with S and the live locals in the frame; without S, what goes out need not step aside. */
    private void emitWayOut(SuspensionPoint point, Spills spills) {
        boolean stepsAside = !spills.stack().isEmpty();
        if (stepsAside) {
            code.store(slots.outcome(), OBJECT);
        }
        for (int i = spills.stack().size() - 1; i >= 0; i--) {
            spillTop(spills.stack().get(i));
        }
        for (Local local : spills.locals()) {
            spillLocal(local);
        }
        code.load(BodySlots.FRAME, OBJECT);
        if (point.shape().delegates()) {
            code.load(slots.innerFrame(), OBJECT);
            code.iconst(point.number());
            code.callFrame(RuntimeNames.DELEGATE_TO);
        } else {
            code.iconst(point.number());
            code.callFrame(RuntimeNames.SUSPEND_AT);
        }
        if (stepsAside) {
            code.load(slots.outcome(), OBJECT);
        }
        code.areturn(OBJECT_TYPE);
    }

    /** From the dispatch to [S result], with the locals back. */
    private void emitWayIn(SuspensionPoint point, Spills spills, Gap gap) {
        code.mark(resumeLabel(point));
        code.frame(slots.onResumption(), List.of());
        restoreLocals(spills);
        for (Value value : spills.stack()) {
            restore(value);
        }
        code.mark(gap.end());
        code.load(BodySlots.INPUT, OBJECT);
        code.callRuntime(RuntimeNames.FRAME, RuntimeNames.TAKE);
    }

    void restoreLocals(Spills spills) {
        for (Local local : spills.locals()) {
            restore(local.value());
            code.store(BodySlots.ofUser(local.slot()), local.value().type());
        }
    }

    /** [.. value] to [..] */
    private void spillTop(Value value) {
        FrameLayout.Field field = value.field();
        if (field == null) {
            code.pop();
            return;
        }
        code.load(BodySlots.FRAME, OBJECT);
        if (SpillPlan.sizeOf(value.type()) == 2) {
            code.dupX2();
            code.pop();
        } else {
            code.swap();
        }
        code.putField(field);
    }

    private void spillLocal(Local local) {
        Value value = local.value();
        if (value.field() != null) {
            code.load(BodySlots.FRAME, OBJECT);
            code.load(BodySlots.ofUser(local.slot()), value.type());
            code.putField(value.field());
        }
    }

    /** [..] to [.. value] */
    private void restore(Value value) {
        if (value.field() == null) {
            code.aconst(null);
            return;
        }
        code.load(BodySlots.FRAME, OBJECT);
        code.getField(value.field());
        if (value.isReference()) {
            code.load(BodySlots.FRAME, OBJECT);
            code.aconst(null);
            code.putField(value.field());
        }
    }

    private static List<Object> with(List<Value> stack, Object top) {
        List<Object> types = new ArrayList<>();
        stack.forEach(value -> types.add(value.type()));
        types.add(top);
        return types;
    }
}
