package dev.fermata.tests.validation.woven;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.Frame;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/**
 * The debugger's table must be true at every instruction: where an entry says that a slot holds a variable, the slot
 * holds a value of a type that the variable can have. A debugger that believes a wrong entry crashes the JVM.
 *
 * <p>The types come from a flow over the instructions, without a look at the stack map frames that weaving goes by.
 */
public final class LocalVariables {
    private final ClassLoader loader;
    private final TypeRules rules;

    /** Compares types with the classes of this loader. */
    public LocalVariables(ClassLoader loader) {
        this.loader = loader;
        this.rules = new TypeRules(loader);
    }

    /** Entries of a method's table that are not true. */
    public List<String> problems(ClassNode host, MethodNode method) {
        List<String> problems = new ArrayList<>();
        if (method.localVariables == null || method.localVariables.isEmpty()) {
            return problems;
        }
        Frame<BasicValue>[] states = states(host, method);
        InsnList code = method.instructions;
        for (LocalVariableNode variable : method.localVariables) {
            for (int at = code.indexOf(variable.start); at < code.indexOf(variable.end); at++) {
                if (code.get(at).getOpcode() >= 0 && states[at] != null && !holds(states[at], variable)) {
                    problems.add(host.name + "." + method.name + " at " + at + ": " + variable.name + " "
                            + variable.desc + " is " + states[at].getLocal(variable.index));
                }
            }
        }
        checkAnnotations(method, method.visibleLocalVariableAnnotations, states, problems);
        checkAnnotations(method, method.invisibleLocalVariableAnnotations, states, problems);
        return problems;
    }

    /** An annotated range is one where the variable has a value, too. */
    private static void checkAnnotations(
            MethodNode method,
            List<LocalVariableAnnotationNode> annotations,
            Frame<BasicValue>[] states,
            List<String> problems) {
        if (annotations == null) {
            return;
        }
        InsnList code = method.instructions;
        for (LocalVariableAnnotationNode annotation : annotations) {
            for (int i = 0; i < annotation.index.size(); i++) {
                int slot = annotation.index.get(i);
                int end = code.indexOf(annotation.end.get(i));
                for (int at = code.indexOf(annotation.start.get(i)); at < end; at++) {
                    if (code.get(at).getOpcode() >= 0
                            && states[at] != null
                            && states[at].getLocal(slot) == BasicValue.UNINITIALIZED_VALUE) {
                        problems.add(method.name + " at " + at + ": " + annotation.desc + " on unset slot " + slot);
                    }
                }
            }
        }
    }

    /** The names in a method's table. */
    public static Set<String> names(MethodNode method) {
        Set<String> names = new TreeSet<>();
        if (method.localVariables != null) {
            method.localVariables.forEach(variable -> names.add(variable.name));
        }
        return names;
    }

    /** The names of the variables that are loaded somewhere in their range. */
    public static Set<String> read(MethodNode method) {
        Set<String> names = new TreeSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof VarInsnNode load
                    && insn.getOpcode() < Opcodes.ISTORE
                    && method.localVariables != null) {
                int at = method.instructions.indexOf(insn);
                method.localVariables.stream()
                        .filter(variable -> variable.index == load.var)
                        .filter(variable -> method.instructions.indexOf(variable.start) <= at)
                        .filter(variable -> at < method.instructions.indexOf(variable.end))
                        .forEach(variable -> names.add(variable.name));
            }
        }
        return names;
    }

    private Frame<BasicValue>[] states(ClassNode host, MethodNode method) {
        SimpleVerifier verifier = new SimpleVerifier();
        verifier.setClassLoader(loader);
        try {
            return new Analyzer<>(verifier).analyze(host.name, method);
        } catch (AnalyzerException e) {
            throw new AssertionError(host.name + "." + method.name, e);
        }
    }

    private boolean holds(Frame<BasicValue> state, LocalVariableNode variable) {
        BasicValue value = state.getLocal(variable.index);
        Type declared = Type.getType(variable.desc);
        if (value == BasicValue.UNINITIALIZED_VALUE) {
            return false;
        }
        return switch (declared.getSort()) {
            case Type.OBJECT, Type.ARRAY -> value.isReference() && isAssignable(value, declared);
            case Type.LONG -> value == BasicValue.LONG_VALUE;
            case Type.DOUBLE -> value == BasicValue.DOUBLE_VALUE;
            case Type.FLOAT -> value == BasicValue.FLOAT_VALUE;
            default -> value == BasicValue.INT_VALUE;
        };
    }

    private boolean isAssignable(BasicValue value, Type declared) {
        String type = value.getType().getInternalName();
        return type.equals("null") || rules.isAssignable(type, declared.getInternalName());
    }
}
