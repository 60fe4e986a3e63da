package dev.fermata.transformer.analysis;

import dev.fermata.transformer.RuntimeNames;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.AnalyzerAdapter;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What the verifier knows about locals and operand stack before chosen instructions. It is taken from the method's own
 * StackMapTable and followed from frame to frame, so no class is loaded and no hierarchy is needed: where two types
 * merge, the compiler has already said what they are.
 */
public final class VerificationTypes {
    private final Map<AbstractInsnNode, Snapshot> snapshots = new IdentityHashMap<>();
    private final Map<Label, TypeInsnNode> allocations = new HashMap<>();

    /**
     * Follows a method.
     *
     * @param owner internal name of its class
     * @param method the method, read with expanded frames
     * @param wanted the instructions before which the state is to be kept
     */
    public VerificationTypes(String owner, MethodNode method, Predicate<AbstractInsnNode> wanted) {
        findAllocations(method);
        Tracker tracker = new Tracker(owner, method);
        for (AbstractInsnNode insn : method.instructions) {
            if (tracker.locals != null && wanted.test(insn)) {
                snapshots.put(insn, new Snapshot(new ArrayList<>(tracker.locals), foldWide(tracker.stack)));
            }
            insn.accept(tracker);
        }
    }

    /** The state before an instruction; null if nothing leads there. */
    public Snapshot before(AbstractInsnNode insn) {
        return snapshots.get(insn);
    }

    /** The {@code NEW} that made an uninitialised value; null for any other type. */
    public TypeInsnNode allocationOf(Object type) {
        return type instanceof Label label ? allocations.get(label) : null;
    }

    /**
     * Types at one instruction, in ASM's notation: an internal name or array descriptor, a constant of {@link Opcodes}
     * ({@code INTEGER}, {@code NULL}, {@code TOP} ...), or for an uninitialised value the label of its {@code NEW}.
     *
     * @param locals by slot; the second slot of a long or double is {@code TOP}
     * @param stack from the bottom; a long or double is one entry
     */
    public record Snapshot(List<Object> locals, List<Object> stack) {
        /** The type of a slot, {@code TOP} beyond the last. */
        public Object local(int slot) {
            return slot < locals.size() ? locals.get(slot) : Opcodes.TOP;
        }

        public Object top() {
            return stack.get(stack.size() - 1);
        }
    }

    /** Whether a type takes two slots. */
    public static boolean isWide(Object type) {
        return type == Opcodes.LONG || type == Opcodes.DOUBLE;
    }

    /** Makes one entry of the two that the tracker keeps for a long or double. */
    private static List<Object> foldWide(List<Object> slots) {
        List<Object> values = new ArrayList<>(slots.size());
        for (int i = 0; i < slots.size(); i++) {
            values.add(slots.get(i));
            i += isWide(slots.get(i)) ? 1 : 0;
        }
        return values;
    }

    /** AnalyzerAdapter names an uninitialised value by the first of the labels that stand before its NEW. */
    private void findAllocations(MethodNode method) {
        List<Label> pending = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LabelNode label) {
                pending.add(label.getLabel());
            } else if (insn.getOpcode() >= 0) {
                if (insn.getOpcode() == Opcodes.NEW) {
                    pending.forEach(label -> allocations.put(label, (TypeInsnNode) insn));
                }
                pending.clear();
            }
        }
    }

    /** Nothing but a constructor: ASM refuses subclasses that use the public one. */
    private static final class Tracker extends AnalyzerAdapter {
        Tracker(String owner, MethodNode method) {
            super(RuntimeNames.ASM, owner, method.access, method.name, method.desc, null);
        }
    }
}
