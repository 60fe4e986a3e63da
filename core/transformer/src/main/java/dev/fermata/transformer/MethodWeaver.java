package dev.fermata.transformer;

import dev.fermata.transformer.emit.BodyEmitter;
import dev.fermata.transformer.emit.FrameClassEmitter;
import dev.fermata.transformer.emit.StubEmitter;
import dev.fermata.transformer.lowering.AsyncCloseLowering;
import dev.fermata.transformer.lowering.AsyncLoopLowering;
import dev.fermata.transformer.lowering.AsyncYieldFromLowering;
import dev.fermata.transformer.lowering.NewRelocation;
import dev.fermata.transformer.lowering.ReturnLowering;
import dev.fermata.transformer.lowering.YieldUnboxing;
import dev.fermata.transformer.validation.Bounds;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The way from one suspendable method to its woven parts, step by step. */
final class MethodWeaver {
    private MethodWeaver() {}

    static WovenMethod weave(SuspendableMethod target, Keep keep) {
        Bounds.check(target.method());
        if (target.kind().awaits()) {
            AsyncYieldFromLowering.apply(target);
            AsyncLoopLowering.apply(target);
            AsyncCloseLowering.apply(target);
        }
        NewRelocation.apply(target);
        YieldUnboxing.apply(target);
        Set<AbstractInsnNode> results = ReturnLowering.apply(target);
        MethodFacts facts = MethodFacts.of(target, results, keep);
        SpillPlan plan = SpillPlan.of(target, facts);
        WovenNames names = WovenNames.of(target, plan);

        MethodNode body = BodyEmitter.emit(target, facts, plan, names);
        MethodNode stub = StubEmitter.emit(target, plan, names);
        byte[] frame = FrameClassEmitter.emit(target, facts, plan, names);
        return new WovenMethod(target, facts, plan, names, stub, body, frame);
    }
}
