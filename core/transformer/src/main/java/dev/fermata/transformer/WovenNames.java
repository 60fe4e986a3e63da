package dev.fermata.transformer;

import java.util.zip.CRC32;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the parts of one woven method are called.
 *
 * @param body the body's method name in the host
 * @param frame the frame class's internal name
 */
public record WovenNames(String body, String frame) {
    static WovenNames of(SuspendableMethod target, SpillPlan plan) {
        String method = target.method().name;
        int ordinal = target.ordinal();
        return new WovenNames(
                bodyName(target, method, ordinal),
                RuntimeNames.frameName(target.host().name, method, ordinal, layoutHash(target, plan)));
    }

    /** Avoids the names that the user's class has already. */
    private static String bodyName(SuspendableMethod target, String method, int ordinal) {
        String name = RuntimeNames.bodyName(method, ordinal);
        while (isTaken(target, name)) {
            name += "_";
        }
        return name;
    }

    private static boolean isTaken(SuspendableMethod target, String name) {
        for (MethodNode method : target.host().methods) {
            if (method.name.equals(name)) {
                return true;
            }
        }
        return false;
    }

    private static int layoutHash(SuspendableMethod target, SpillPlan plan) {
        CRC32 hash = new CRC32();
        // Not the plan as a whole: its layout is no record, so its text would differ from run to run.
        String text = target.method().desc + target.kind() + plan.entry() + plan.points() + plan.unboxed();
        for (int i = 0; i < text.length(); i++) {
            hash.update(text.charAt(i));
            hash.update(text.charAt(i) >> 8);
        }
        return (int) hash.getValue();
    }
}
