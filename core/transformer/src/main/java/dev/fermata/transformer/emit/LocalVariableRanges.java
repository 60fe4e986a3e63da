package dev.fermata.transformer.emit;

import dev.fermata.transformer.analysis.VerificationTypes;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Carries the debugger's table of variables over to the body. An entry is cut wherever its slot holds nothing, that is
 * between a suspension and the restoring of the variable; which places these are is read off the finished code.
 */
final class LocalVariableRanges {
    private final MethodNode body;
    private final VerificationTypes types;

    private LocalVariableRanges(MethodNode body, String owner) {
        this.body = body;
        this.types = new VerificationTypes(owner, body, insn -> insn.getOpcode() >= 0);
    }

    static void copy(MethodNode original, MethodNode body, String owner) {
        body.localVariables = new ArrayList<>();
        if (original.localVariables == null || original.localVariables.isEmpty()) {
            return;
        }
        LocalVariableRanges ranges = new LocalVariableRanges(body, owner);
        for (LocalVariableNode variable : original.localVariables) {
            body.localVariables.addAll(ranges.cut(variable));
        }
    }

    private List<LocalVariableNode> cut(LocalVariableNode variable) {
        int slot = BodySlots.ofUser(variable.index);
        LabelNode end = node(variable.end.getLabel());
        List<LocalVariableNode> pieces = new ArrayList<>();
        LabelNode start = null;
        for (AbstractInsnNode at = node(variable.start.getLabel()); at != end && at != null; at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                boolean holds = holdsValue(at, slot);
                if (holds && start == null) {
                    start = labelBefore(at);
                } else if (!holds && start != null) {
                    pieces.add(piece(variable, slot, start, labelBefore(at)));
                    start = null;
                }
            }
        }
        if (start != null) {
            pieces.add(piece(variable, slot, start, end));
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

    private static LocalVariableNode piece(LocalVariableNode of, int slot, LabelNode start, LabelNode end) {
        return new LocalVariableNode(of.name, of.desc, of.signature, start, end, slot);
    }

    private static LabelNode node(Label label) {
        return (LabelNode) label.info;
    }
}
