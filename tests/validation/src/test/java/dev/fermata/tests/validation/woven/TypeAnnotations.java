package dev.fermata.tests.validation.woven;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.objectweb.asm.TypePath;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeAnnotationNode;

/** The type annotations in the code of a method, as text that does not depend on where the code stands. */
public final class TypeAnnotations {
    /** The body's parameters stand before the user's variables. */
    private static final int BODY_PARAMETERS = 3;

    private final SortedSet<String> texts = new TreeSet<>();
    private final int firstSlot;

    private TypeAnnotations(int firstSlot) {
        this.firstSlot = firstSlot;
    }

    /** Those of a method before weaving. */
    public static SortedSet<String> ofOriginal(MethodNode method) {
        return new TypeAnnotations(0).read(method);
    }

    /** Those of a body. */
    public static SortedSet<String> ofBody(MethodNode body) {
        return new TypeAnnotations(BODY_PARAMETERS).read(body);
    }

    private SortedSet<String> read(MethodNode method) {
        addVariables("visible", method.visibleLocalVariableAnnotations);
        addVariables("invisible", method.invisibleLocalVariableAnnotations);
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            add("visible, catch " + block.type, block.visibleTypeAnnotations);
            add("invisible, catch " + block.type, block.invisibleTypeAnnotations);
        }
        for (AbstractInsnNode insn : method.instructions) {
            add("visible, instruction " + insn.getOpcode(), insn.visibleTypeAnnotations);
            add("invisible, instruction " + insn.getOpcode(), insn.invisibleTypeAnnotations);
        }
        return texts;
    }

    private void addVariables(String where, List<LocalVariableAnnotationNode> annotations) {
        if (annotations != null) {
            for (LocalVariableAnnotationNode annotation : annotations) {
                for (int slot : annotation.index) {
                    add(where + ", variable " + (slot - firstSlot), List.of(annotation));
                }
            }
        }
    }

    private void add(String where, List<? extends TypeAnnotationNode> annotations) {
        if (annotations != null) {
            for (TypeAnnotationNode annotation : annotations) {
                TypePath path = annotation.typePath;
                texts.add(where + ": " + annotation.desc + annotation.values + (path == null ? "" : " at " + path));
            }
        }
    }
}
