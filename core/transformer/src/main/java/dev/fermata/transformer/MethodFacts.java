package dev.fermata.transformer;

import dev.fermata.transformer.SuspensionPoint.Shape;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.analysis.Liveness;
import dev.fermata.transformer.analysis.VariableScopes;
import dev.fermata.transformer.analysis.VerificationTypes;
import dev.fermata.transformer.analysis.VerificationTypes.Snapshot;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;

/**
 * What is known of a lowered method before it is planned.
 *
 * @param points the suspension points in the order of the code
 * @param results the {@code areturn} instructions that return the result itself
 * @param liveAtEntry the argument slots that are read at all
 * @param liveAtFrames for every stack map frame the slots that may be read from there on
 * @param flow where control can go in the lowered code
 */
public record MethodFacts(
        List<SuspensionPoint> points,
        Set<AbstractInsnNode> results,
        BitSet liveAtEntry,
        Map<FrameNode, BitSet> liveAtFrames,
        ControlFlow flow) {

    static MethodFacts of(SuspendableMethod target, Set<AbstractInsnNode> wrappedResults, Keep keep) {
        var method = target.method();
        VerificationTypes types = new VerificationTypes(
                target.host().name,
                method,
                insn -> insn.getOpcode() == Opcodes.ARETURN || Marker.of(insn).isPresent());
        ControlFlow flow = new ControlFlow(method);
        VariableScopes scopes = keep == Keep.IN_SCOPE ? new VariableScopes(method) : null;
        Liveness liveness = Liveness.of(method, flow, scopes);

        List<SuspensionPoint> points = new ArrayList<>();
        Map<FrameNode, BitSet> liveAtFrames = new IdentityHashMap<>();
        for (int at = 0; at < method.instructions.size(); at++) {
            AbstractInsnNode insn = method.instructions.get(at);
            Snapshot state = types.before(insn);
            if (insn instanceof FrameNode frame) {
                liveAtFrames.put(frame, liveness.before(at));
            } else if (state != null && insn.getOpcode() == Opcodes.ARETURN && state.top() == Opcodes.NULL) {
                wrappedResults.add(insn); // return null
            } else if (state != null && !wrappedResults.contains(insn)) {
                points.add(new SuspensionPoint(points.size() + 1, insn, shapeOf(insn), state, liveness.before(at)));
            }
        }
        return new MethodFacts(points, wrappedResults, liveness.before(0), liveAtFrames, flow);
    }

    private static Shape shapeOf(AbstractInsnNode insn) {
        return Marker.of(insn).map(MethodFacts::shapeOf).orElse(Shape.DELEGATE_AND_END);
    }

    private static Shape shapeOf(Marker marker) {
        if (marker.delegates()) {
            return Shape.DELEGATE;
        }
        return marker == Marker.ASYNC_YIELD ? Shape.HAND_TO_CONSUMER : Shape.HAND_OUT;
    }
}
