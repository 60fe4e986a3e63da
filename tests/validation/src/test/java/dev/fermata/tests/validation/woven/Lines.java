package dev.fermata.tests.validation.woven;

import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;

/** The source lines that a method has code for. */
public final class Lines {
    private Lines() {}

    /** All of them. */
    public static Set<Integer> of(MethodNode method) {
        Set<Integer> lines = new TreeSet<>();
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof LineNumberNode line) {
                lines.add(line.line);
            }
        }
        return lines;
    }
}
