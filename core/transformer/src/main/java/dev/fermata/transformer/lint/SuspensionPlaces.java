package dev.fermata.transformer.lint;

import dev.fermata.transformer.Marker;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.analysis.AsyncCloses;
import dev.fermata.transformer.analysis.AsyncLoops;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * Where a method suspends: at its markers, and where the loops over asynchronous generators and the closes of what closes
 * asynchronously are going to await. A close that only may be asynchronous counts for nothing, as it mostly is not.
 */
final class SuspensionPlaces {
    private final Map<AbstractInsnNode, String> names = new IdentityHashMap<>();

    private SuspensionPlaces() {}

    static SuspensionPlaces of(String owner, SuspendableMethod target) {
        SuspensionPlaces places = new SuspensionPlaces();
        MethodNode method = target.method();
        for (AbstractInsnNode insn : method.instructions) {
            Marker.of(insn).ifPresent(marker -> places.names.put(insn, marker.toString()));
        }
        if (target.kind().awaits()) {
            places.addHidden(owner, method);
        }
        return places;
    }

    private void addHidden(String owner, MethodNode method) {
        for (MethodInsnNode close : AsyncCloses.in(method)) {
            if (AsyncCloses.isCertain(close)) {
                names.put(close, "the await of close()");
            }
        }
        for (MethodInsnNode step : steps(owner, method)) {
            if (AsyncLoops.isHasNext(step)) {
                names.put(step, "the await of a loop over an AsyncGenerator");
            }
        }
    }

    private static List<MethodInsnNode> steps(String owner, MethodNode method) {
        try {
            return AsyncLoops.of(owner, method).steps();
        } catch (AnalyzerException e) {
            return List.of(); // such a method cannot be woven, which is what its user is told
        }
    }

    boolean isEmpty() {
        return names.isEmpty();
    }

    boolean contains(AbstractInsnNode insn) {
        return names.containsKey(insn);
    }

    /** What suspends there, for messages. */
    String name(AbstractInsnNode place) {
        return names.get(place);
    }
}
