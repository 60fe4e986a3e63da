package dev.fermata.transformer;

import dev.fermata.transformer.analysis.VerificationTypes;
import dev.fermata.transformer.analysis.VerificationTypes.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Where each value goes that a suspended frame keeps: its arguments before the start, and at each suspension point the
 * live locals and what lies on the operand stack below the marker's operand.
 *
 * @param entry the arguments that the body reads
 * @param points by number of the suspension point, less one
 * @param layout the fields of the frame class
 * @param unboxed what a generator of objects yields without a box; null if it does not
 */
public record SpillPlan(Spills entry, List<Spills> points, FrameLayout layout, Value unboxed) {
    /**
     * The values kept at one point.
     *
     * @param locals from the lowest slot
     * @param stack from the bottom
     */
    public record Spills(List<Local> locals, List<Value> stack) {}

    /** A local variable, by its slot in the user's method, and the value kept of it. */
    public record Local(int slot, Value value) {}

    /**
     * A value and its place in the frame.
     *
     * @param type the verification type, in ASM's notation
     * @param field the field; null for the null constant, which needs none
     */
    public record Value(Object type, FrameLayout.Field field) {
        public boolean isReference() {
            return field != null && field.isReference();
        }
    }

    static SpillPlan of(SuspendableMethod target, MethodFacts facts) {
        FrameLayout layout = new FrameLayout();
        Spills entry = atEntry(target, facts.liveAtEntry(), layout);
        List<Spills> points = new ArrayList<>();
        for (SuspensionPoint point : facts.points()) {
            points.add(atPoint(point, layout));
        }
        return new SpillPlan(entry, points, layout, unboxed(target, facts, layout));
    }

    /** A field of its own: which point the frame stands at is not known where the value is boxed. */
    private static Value unboxed(SuspendableMethod target, MethodFacts facts, FrameLayout layout) {
        if (!target.kind().keepsResult()) {
            return null;
        }
        for (SuspensionPoint point : facts.points()) {
            if (point.primitive().isPresent()) {
                return layout.unshared("unboxed", point.state().top());
            }
        }
        return null;
    }

    private static Spills atEntry(SuspendableMethod target, BitSet live, FrameLayout layout) {
        FrameLayout.Allocation allocation = layout.newPoint();
        List<Local> locals = new ArrayList<>();
        int slot = 0;
        if (!target.isStatic()) {
            addLocal(locals, slot++, target.host().name, live, allocation);
        }
        for (Type argument : Type.getArgumentTypes(target.method().desc)) {
            addLocal(locals, slot, verificationType(argument), live, allocation);
            slot += argument.getSize();
        }
        return new Spills(locals, List.of());
    }

    private static Spills atPoint(SuspensionPoint point, FrameLayout layout) {
        FrameLayout.Allocation allocation = layout.newPoint();
        Snapshot state = point.state();
        List<Local> locals = new ArrayList<>();
        for (int slot = 0; slot < state.locals().size(); slot++) {
            addLocal(locals, slot, state.local(slot), point.live(), allocation);
        }
        List<Value> stack = new ArrayList<>();
        if (point.shape() != SuspensionPoint.Shape.DELEGATE_AND_END) {
            for (Object type : state.stack().subList(0, point.stackBelow())) {
                stack.add(allocation.place(type));
            }
        }
        return new Spills(locals, stack);
    }

    private static void addLocal(
            List<Local> locals, int slot, Object type, BitSet live, FrameLayout.Allocation allocation) {
        if (live.get(slot) && type != Opcodes.TOP) {
            locals.add(new Local(slot, allocation.place(type)));
        }
    }

    /** What the verifier makes of a declared type (JVMS 4.10.1.2). */
    private static Object verificationType(Type declared) {
        return switch (declared.getSort()) {
            case Type.LONG -> Opcodes.LONG;
            case Type.FLOAT -> Opcodes.FLOAT;
            case Type.DOUBLE -> Opcodes.DOUBLE;
            case Type.OBJECT, Type.ARRAY -> declared.getInternalName();
            default -> Opcodes.INTEGER;
        };
    }

    /** How many slots a verification type takes. */
    public static int sizeOf(Object type) {
        return VerificationTypes.isWide(type) ? 2 : 1;
    }
}
