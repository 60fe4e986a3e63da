package dev.fermata.transformer.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/** The variables that a method's debug information names. */
final class Variables {
    /** A variable, and the instructions between which it has its slot. */
    private record Scope(LocalVariableNode variable, int start, int end) {
        boolean holds(int index) {
            return start <= index && index < end;
        }
    }

    /** By slot. */
    private final List<Scope> scopes = new ArrayList<>();

    Variables(MethodNode method) {
        if (method.localVariables != null) {
            for (LocalVariableNode variable : method.localVariables) {
                scopes.add(new Scope(
                        variable,
                        method.instructions.indexOf(variable.start),
                        method.instructions.indexOf(variable.end)));
            }
            scopes.sort(Comparator.comparingInt(scope -> scope.variable.index));
        }
    }

    /** The variable in a slot at an instruction; null if the compiler made it or says nothing. */
    LocalVariableNode at(int slot, int index) {
        for (Scope scope : scopes) {
            if (scope.variable.index == slot && scope.holds(index)) {
                return scope.variable;
            }
        }
        return null;
    }

    /** The variable that is the next to come into a slot after an instruction; null if there is none. */
    LocalVariableNode nextAfter(int slot, int index) {
        Scope next = null;
        for (Scope scope : scopes) {
            if (scope.variable.index == slot && scope.start > index && (next == null || scope.start < next.start)) {
                next = scope;
            }
        }
        return next == null ? null : next.variable;
    }

    /** The variables in scope at an instruction, by slot. */
    List<LocalVariableNode> inScope(int index) {
        return scopes.stream()
                .filter(scope -> scope.holds(index))
                .map(Scope::variable)
                .toList();
    }
}
