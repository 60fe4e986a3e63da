package dev.fermata.transformer.emit;

import dev.fermata.transformer.analysis.VerificationTypes;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableAnnotationNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Carries the debugger's table of variables over to the body, and the type annotations of variables, which have ranges
 * of their own. An entry is cut wherever its slot holds nothing, that is between a suspension and the restoring of the
 * variable; which places these are is read off the finished code.
 */
final class LocalVariableRanges {
    /**
     * A second name for the host, behind the first: debuggers leave out variables called {@code this}, since it is none
     * where there is one, while the JVM's messages about null use the first name of a slot.
     */
    private static final String SHOWN_THIS = "$this";

    private final MethodNode body;
    private final VerificationTypes types;

    private LocalVariableRanges(MethodNode body, String owner) {
        this.body = body;
        this.types = new VerificationTypes(owner, body, insn -> insn.getOpcode() >= 0);
    }

    static void copy(MethodNode original, MethodNode body, String owner) {
        body.localVariables = new ArrayList<>();
        if (isEmpty(original.localVariables)
                && isEmpty(original.visibleLocalVariableAnnotations)
                && isEmpty(original.invisibleLocalVariableAnnotations)) {
            return;
        }
        LocalVariableRanges ranges = new LocalVariableRanges(body, owner);
        ranges.copyVariables(original);
        body.visibleLocalVariableAnnotations = ranges.cut(original.visibleLocalVariableAnnotations);
        body.invisibleLocalVariableAnnotations = ranges.cut(original.invisibleLocalVariableAnnotations);
    }

    private static boolean isEmpty(List<?> list) {
        return list == null || list.isEmpty();
    }

    /** A stretch of code. */
    private record Range(LabelNode start, LabelNode end) {}

    private void copyVariables(MethodNode original) {
        if (original.localVariables == null) {
            return;
        }
        for (LocalVariableNode variable : original.localVariables) {
            int slot = BodySlots.ofUser(variable.index);
            for (Range range : cut(variable.start, variable.end, slot)) {
                add(variable.name, variable, range, slot);
                if (variable.name.equals("this")) {
                    add(SHOWN_THIS, variable, range, slot);
                }
            }
        }
    }

    private void add(String name, LocalVariableNode variable, Range range, int slot) {
        body.localVariables.add(
                new LocalVariableNode(name, variable.desc, variable.signature, range.start, range.end, slot));
    }

    /** An annotation of a variable that is never restored goes with it. */
    private List<LocalVariableAnnotationNode> cut(List<LocalVariableAnnotationNode> annotations) {
        List<LocalVariableAnnotationNode> cut = new ArrayList<>();
        if (annotations != null) {
            for (LocalVariableAnnotationNode annotation : annotations) {
                LocalVariableAnnotationNode copy = cut(annotation);
                if (!copy.start.isEmpty()) {
                    cut.add(copy);
                }
            }
        }
        return cut;
    }

    private LocalVariableAnnotationNode cut(LocalVariableAnnotationNode of) {
        LocalVariableAnnotationNode copy = new LocalVariableAnnotationNode(
                of.typeRef, of.typePath, new LabelNode[0], new LabelNode[0], new int[0], of.desc);
        of.accept(copy); // the elements
        for (int i = 0; i < of.start.size(); i++) {
            int slot = BodySlots.ofUser(of.index.get(i));
            for (Range range : cut(of.start.get(i), of.end.get(i), slot)) {
                copy.start.add(range.start);
                copy.end.add(range.end);
                copy.index.add(slot);
            }
        }
        return copy;
    }

    private List<Range> cut(LabelNode from, LabelNode to, int slot) {
        LabelNode end = node(to.getLabel());
        List<Range> pieces = new ArrayList<>();
        LabelNode start = null;
        for (AbstractInsnNode at = node(from.getLabel()); at != end && at != null; at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                boolean holds = holdsValue(at, slot);
                if (holds && start == null) {
                    start = labelBefore(at);
                } else if (!holds && start != null) {
                    pieces.add(new Range(start, labelBefore(at)));
                    start = null;
                }
            }
        }
        if (start != null) {
            pieces.add(new Range(start, end));
        }
        return pieces;
    }

    private boolean holdsValue(AbstractInsnNode insn, int slot) {
        VerificationTypes.Snapshot state = types.before(insn);
        return state != null && state.local(slot) != Opcodes.TOP;
    }

    private LabelNode labelBefore(AbstractInsnNode insn) {
        if (insn.getPrevious() instanceof LabelNode label) {
            return label;
        }
        LabelNode label = new LabelNode();
        body.instructions.insertBefore(insn, label);
        return label;
    }

    private static LabelNode node(Label label) {
        return (LabelNode) label.info;
    }
}
