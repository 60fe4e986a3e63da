package dev.fermata.transformer.analysis;

import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Which local variables are in scope at each instruction, by the table that compilers write for debuggers. Where there is
 * no table, none are.
 */
public final class VariableScopes {
    private final BitSet[] at;

    /**
     * Reads the table of a method.
     *
     * @param method the method
     */
    public VariableScopes(MethodNode method) {
        at = new BitSet[method.instructions.size()];
        for (int i = 0; i < at.length; i++) {
            at[i] = new BitSet();
        }
        List<LocalVariableNode> variables = method.localVariables == null ? List.of() : method.localVariables;
        for (LocalVariableNode variable : variables) {
            int end = method.instructions.indexOf(variable.end);
            for (int i = method.instructions.indexOf(variable.start); i < end; i++) {
                at[i].set(variable.index);
            }
        }
    }

    /** The slots of the variables in scope at the instruction at this index; for long and double the first. */
    BitSet at(int index) {
        return at[index];
    }
}
