package dev.fermata.transformer.emit;

import dev.fermata.transformer.SuspensionPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Label;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Cuts the gaps of the suspension points out of the user's exception ranges. The pieces stay where the range stood in
 * the table, because the order decides which handler wins (JVMS 2.10).
 */
final class ExceptionRanges {
    private final MethodNode original;
    private final List<SuspensionPoint> points;
    private final Map<SuspensionPoint, SuspensionEmitter.Gap> gaps;

    ExceptionRanges(
            MethodNode original, List<SuspensionPoint> points, Map<SuspensionPoint, SuspensionEmitter.Gap> gaps) {
        this.original = original;
        this.points = points;
        this.gaps = gaps;
    }

    /** The user's table, cut up, in terms of the new method's labels. */
    List<TryCatchBlockNode> split(MethodNode body) {
        List<TryCatchBlockNode> pieces = new ArrayList<>();
        for (TryCatchBlockNode block : original.tryCatchBlocks) {
            int from = original.instructions.indexOf(block.start);
            int to = original.instructions.indexOf(block.end);
            LabelNode start = node(block.start.getLabel());
            LabelNode handler = node(block.handler.getLabel());
            for (SuspensionPoint point : points) {
                int at = original.instructions.indexOf(point.insn());
                if (from <= at && at < to) {
                    SuspensionEmitter.Gap gap = gaps.get(point);
                    pieces.add(piece(start, node(gap.start()), handler, block));
                    start = node(gap.end());
                }
            }
            pieces.add(piece(start, node(block.end.getLabel()), handler, block));
        }
        return pieces;
    }

    private static TryCatchBlockNode piece(
            LabelNode start, LabelNode end, LabelNode handler, TryCatchBlockNode source) {
        TryCatchBlockNode piece = new TryCatchBlockNode(start, end, handler, source.type);
        piece.visibleTypeAnnotations = source.visibleTypeAnnotations;
        piece.invisibleTypeAnnotations = source.invisibleTypeAnnotations;
        return piece;
    }

    /** The node that stands for a label in the method it has been visited into. */
    private static LabelNode node(Label label) {
        return (LabelNode) label.info;
    }

    /** JVMS 4.7.3 wants start before end; a cut can leave a piece without instructions. */
    static void dropEmpty(MethodNode body) {
        body.tryCatchBlocks.removeIf(block -> !hasInstructions(block));
        for (int i = 0; i < body.tryCatchBlocks.size(); i++) {
            body.tryCatchBlocks.get(i).updateIndex(i);
        }
    }

    private static boolean hasInstructions(TryCatchBlockNode block) {
        for (AbstractInsnNode at = block.start; at != null && at != block.end; at = at.getNext()) {
            if (at.getOpcode() >= 0) {
                return true;
            }
        }
        return false;
    }
}
