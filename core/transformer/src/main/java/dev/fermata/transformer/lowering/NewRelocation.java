package dev.fermata.transformer.lowering;

import dev.fermata.transformer.Marker;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.analysis.VerificationTypes;
import dev.fermata.transformer.analysis.VerificationTypes.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Moves allocations behind the suspension points in the arguments of their constructors, because an uninitialised object
 * can be put into no field (JVMS 4.10.1.9, putfield).
 *
 * <pre>
 *   new T                  new T; pop         keeps class initialisation and linkage errors where they were
 *   dup                    aconst_null        a placeholder that may be copied, popped and spilled
 *   a; await               dup
 *   invokespecial          a; await
 *                          [null null a r]    arguments to temporaries, placeholders popped
 *                          new T; dup; a; r
 *                          invokespecial
 * </pre>
 *
 * <p>It goes by aliases of the object and not by patterns: compilers keep them on the stack across branches and loops,
 * and javac also in local variables when an argument is a switch expression that contains a try. Allocations that are
 * not alive at any suspension point stay as they are.
 */
public final class NewRelocation {
    private final SuspendableMethod target;
    private final MethodNode method;
    private final InsnList code;
    private int nextLocal;

    private NewRelocation(SuspendableMethod target) {
        this.target = target;
        this.method = target.method();
        this.code = method.instructions;
        this.nextLocal = method.maxLocals;
    }

    /** Rewrites the method in place. */
    public static void apply(SuspendableMethod target) {
        NewRelocation relocation = new NewRelocation(target);
        labelAllocations(target.method().instructions);
        relocation.relocate();
    }

    /** So that the type of every uninitialised value leads back to its NEW. */
    static void labelAllocations(InsnList code) {
        for (AbstractInsnNode insn : code.toArray()) {
            if (insn.getOpcode() == Opcodes.NEW && !(insn.getPrevious() instanceof LabelNode)) {
                code.insertBefore(insn, new LabelNode());
            }
        }
    }

    private void relocate() {
        VerificationTypes types = new VerificationTypes(
                target.host().name, method, insn -> Marker.of(insn).isPresent() || isConstructorCall(insn));
        Set<TypeInsnNode> alive = aliveAtSuspensions(types);
        if (alive.isEmpty()) {
            return;
        }
        for (AbstractInsnNode insn : code.toArray()) {
            Snapshot state = types.before(insn);
            if (state != null && isConstructorCall(insn)) {
                MethodInsnNode call = (MethodInsnNode) insn;
                TypeInsnNode allocation = types.allocationOf(receiver(call, state));
                if (alive.contains(allocation)) {
                    allocateLate(call, state, allocation);
                }
            }
        }
        for (TypeInsnNode allocation : alive) {
            weakenFrames(allocation, types);
            putPlaceholder(allocation);
        }
        method.maxLocals = nextLocal;
    }

    private Set<TypeInsnNode> aliveAtSuspensions(VerificationTypes types) {
        Set<TypeInsnNode> alive = new LinkedHashSet<>();
        for (AbstractInsnNode insn : code) {
            Snapshot state = types.before(insn);
            if (state != null && Marker.of(insn).isPresent()) {
                state.stack().forEach(type -> add(types.allocationOf(type), alive));
                state.locals().forEach(type -> add(types.allocationOf(type), alive));
            }
        }
        return alive;
    }

    private static void add(TypeInsnNode allocation, Set<TypeInsnNode> alive) {
        if (allocation != null) {
            alive.add(allocation);
        }
    }

    private static boolean isConstructorCall(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode call
                && call.getOpcode() == Opcodes.INVOKESPECIAL
                && call.name.equals("<init>");
    }

    private static Object receiver(MethodInsnNode call, Snapshot state) {
        int arguments = Type.getArgumentTypes(call.desc).length;
        return state.stack().get(state.stack().size() - arguments - 1);
    }

    /** Puts the real allocation right before the constructor call and gives it every place its placeholder had. */
    private void allocateLate(MethodInsnNode call, Snapshot state, TypeInsnNode allocation) {
        Object alias = receiver(call, state);
        List<Object> stack = state.stack();
        int lowest = stack.indexOf(alias);
        InsnList late = new InsnList();
        int[] saved = popDownTo(lowest, stack, alias, late);

        late.add(new TypeInsnNode(Opcodes.NEW, allocation.desc));
        int object = nextLocal;
        late.add(new VarInsnNode(Opcodes.ASTORE, object));
        for (int slot = 0; slot < state.locals().size(); slot++) {
            if (state.local(slot) == alias) {
                late.add(new VarInsnNode(Opcodes.ALOAD, object));
                late.add(new VarInsnNode(Opcodes.ASTORE, slot));
            }
        }
        nextLocal++;
        for (int position = lowest; position < stack.size(); position++) {
            Object type = stack.get(position);
            if (type == alias) {
                late.add(new VarInsnNode(Opcodes.ALOAD, object));
            } else if (type == Opcodes.NULL) {
                late.add(new InsnNode(Opcodes.ACONST_NULL));
            } else {
                late.add(new VarInsnNode(opcode(type, Opcodes.ILOAD), saved[position]));
            }
        }
        code.insertBefore(call, late);
    }

    /** Clears the stack down to the lowest alias; gives the temporaries of the values that are no aliases. */
    private int[] popDownTo(int lowest, List<Object> stack, Object alias, InsnList late) {
        int[] saved = new int[stack.size()];
        for (int position = stack.size() - 1; position >= lowest; position--) {
            Object type = stack.get(position);
            if (type == alias || type == Opcodes.NULL) {
                late.add(new InsnNode(Opcodes.POP));
            } else {
                saved[position] = nextLocal;
                nextLocal += VerificationTypes.isWide(type) ? 2 : 1;
                late.add(new VarInsnNode(opcode(type, Opcodes.ISTORE), saved[position]));
            }
        }
        return saved;
    }

    /** Picks the variant of a load or store. */
    private static int opcode(Object type, int intVariant) {
        if (type == Opcodes.INTEGER) {
            return intVariant;
        }
        if (type == Opcodes.LONG) {
            return intVariant + 1;
        }
        if (type == Opcodes.FLOAT) {
            return intVariant + 2;
        }
        return type == Opcodes.DOUBLE ? intVariant + 3 : intVariant + 4;
    }

    /** Null is assignable to every class, so the frames may say the class where they said "uninitialised". */
    private void weakenFrames(TypeInsnNode allocation, VerificationTypes types) {
        for (AbstractInsnNode insn : code) {
            if (insn instanceof FrameNode frame) {
                frame.local = initialised(frame.local, allocation, types);
                frame.stack = initialised(frame.stack, allocation, types);
            }
        }
    }

    private static List<Object> initialised(List<Object> entries, TypeInsnNode allocation, VerificationTypes types) {
        List<Object> result = new ArrayList<>();
        if (entries != null) {
            for (Object entry : entries) {
                boolean isAlias =
                        entry instanceof LabelNode label && types.allocationOf(label.getLabel()) == allocation;
                result.add(isAlias ? allocation.desc : entry);
            }
        }
        return result;
    }

    /** The host itself is initialised by the time its code runs, so its allocation need not be kept for that. */
    private void putPlaceholder(TypeInsnNode allocation) {
        code.insert(allocation, new InsnNode(Opcodes.ACONST_NULL));
        if (allocation.desc.equals(target.host().name)) {
            code.remove(allocation);
        } else {
            code.insert(allocation, new InsnNode(Opcodes.POP));
        }
    }
}
