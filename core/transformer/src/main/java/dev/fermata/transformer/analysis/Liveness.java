package dev.fermata.transformer.analysis;

import java.util.BitSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Which local variables may still be read, before each instruction. A backward flow to the fixed point:
 *
 * <pre>
 *   in(i) = use(i) | (out(i) - def(i)) | in(h) of every handler h that covers i
 * </pre>
 *
 * The handlers count undiminished by {@code def}: the instruction may throw before it has stored. A variable that is
 * only read in a handler is live throughout the range.
 *
 * <p>For debuggers a variable may count as read by every instruction in its scope. That is part of the flow, not added to
 * its outcome: what holds a value where control comes together must do so on all ways there.
 */
public final class Liveness {
    private final BitSet[] before;
    private final VariableScopes scopes;
    private int visits;

    private Liveness(int size, VariableScopes scopes) {
        this.scopes = scopes;
        before = new BitSet[size];
        for (int at = 0; at < size; at++) {
            before[at] = new BitSet();
        }
    }

    /**
     * Computes it.
     *
     * @param method the method
     * @param flow its control flow
     */
    public static Liveness of(MethodNode method, ControlFlow flow) {
        return of(method, flow, null);
    }

    /**
     * Computes it with variables read throughout their scopes.
     *
     * @param method the method
     * @param flow its control flow
     * @param scopes where the variables are in scope; null if that does not matter
     */
    public static Liveness of(MethodNode method, ControlFlow flow, VariableScopes scopes) {
        Liveness liveness = new Liveness(method.instructions.size(), scopes);
        liveness.flow(method, flow);
        return liveness;
    }

    /** From the end of the code, because most of control flows forwards; a change is carried to where it matters only. */
    private void flow(MethodNode method, ControlFlow flow) {
        int[][] sources = flow.sources();
        BitSet pending = new BitSet();
        pending.set(0, before.length);
        while (!pending.isEmpty()) {
            int at = pending.length() - 1;
            pending.clear(at);
            visits++;
            BitSet in = transfer(method.instructions.get(at), at, flow);
            if (!in.equals(before[at])) {
                before[at] = in;
                for (int source : sources[at]) {
                    pending.set(source);
                }
            }
        }
    }

    /** How many times an instruction has been looked at. */
    int visits() {
        return visits;
    }

    /** The slots that may be read by the instruction at this index or after it. */
    public BitSet before(int at) {
        return before[at];
    }

    private BitSet transfer(AbstractInsnNode insn, int at, ControlFlow flow) {
        BitSet in = new BitSet();
        for (int next : flow.successors(at)) {
            in.or(before[next]);
        }
        if (insn instanceof VarInsnNode variable) {
            apply(variable, in);
        } else if (insn instanceof IincInsnNode increment) {
            in.set(increment.var);
        }
        for (int handler : flow.handlers(at)) {
            in.or(before[handler]);
        }
        if (scopes != null) {
            in.or(scopes.at(at));
        }
        return in;
    }

    private static void apply(VarInsnNode variable, BitSet in) {
        switch (variable.getOpcode()) {
            case Opcodes.ISTORE, Opcodes.FSTORE, Opcodes.ASTORE -> in.clear(variable.var);
            case Opcodes.LSTORE, Opcodes.DSTORE -> in.clear(variable.var, variable.var + 2);
            default -> in.set(variable.var); // a load; for long and double the first slot stands for both
        }
    }
}
