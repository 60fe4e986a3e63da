package dev.fermata.tests.stress.weaving;

import dev.fermata.transformer.validation.MonitorDepth;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;

/** The places where a method is to be suspended: before each call and each jump backwards, unless a monitor is held. */
final class SuspensionSites {
    private SuspensionSites() {}

    /** The instructions to suspend before, in the order of the code. */
    static List<AbstractInsnNode> of(MethodNode method) {
        MonitorDepth monitors = MonitorDepth.of(method);
        List<AbstractInsnNode> sites = new ArrayList<>();
        for (AbstractInsnNode insn : method.instructions) {
            if ((isCall(insn) || jumpsBack(insn, method.instructions)) && !monitors.isHeldAt(insn)) {
                sites.add(insn);
            }
        }
        return sites;
    }

    private static boolean isCall(AbstractInsnNode insn) {
        return insn instanceof MethodInsnNode || insn instanceof InvokeDynamicInsnNode;
    }

    private static boolean jumpsBack(AbstractInsnNode insn, InsnList code) {
        int at = code.indexOf(insn);
        return targetsOf(insn).stream().anyMatch(target -> code.indexOf(target) <= at);
    }

    private static List<LabelNode> targetsOf(AbstractInsnNode insn) {
        if (insn instanceof JumpInsnNode jump && jump.getOpcode() != Opcodes.JSR) {
            return List.of(jump.label);
        }
        List<LabelNode> targets = new ArrayList<>();
        if (insn instanceof TableSwitchInsnNode table) {
            targets.addAll(table.labels);
            targets.add(table.dflt);
        } else if (insn instanceof LookupSwitchInsnNode lookup) {
            targets.addAll(lookup.labels);
            targets.add(lookup.dflt);
        }
        return targets;
    }
}
