package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The variables that a method's debug information names. */
final class Variables {
    private final MethodNode method;

    Variables(MethodNode method) {
        this.method = method;
    }

    /** The variable in a slot at an instruction; null if the compiler made it or says nothing. */
    LocalVariableNode at(int slot, int index) {
        for (LocalVariableNode variable : inScope(index)) {
            if (variable.index == slot) {
                return variable;
            }
        }
        return null;
    }

    /** The variables in scope at an instruction, by slot. */
    List<LocalVariableNode> inScope(int index) {
        List<LocalVariableNode> found = new ArrayList<>();
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                if (method.instructions.indexOf(variable.start) <= index
                        && index < method.instructions.indexOf(variable.end)) {
                    found.add(variable);
                }
            }
        }
        found.sort((one, other) -> Integer.compare(one.index, other.index));
        return found;
    }
}
