package dev.fermata.transformer.lint;

import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.validation.Findings;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** The passes over one class, before anything in it is lowered. */
public final class Lint {
    private Lint() {}

    /**
     * Runs them all.
     *
     * @param host the class
     * @param suspendable those of its methods that are to be woven
     * @param findings where to report
     */
    public static void check(ClassNode host, List<SuspendableMethod> suspendable, Findings findings) {
        for (MethodNode method : host.methods) {
            DroppedCoroutines.check(method, findings);
        }
        for (SuspendableMethod target : suspendable) {
            if (target.kind().awaits()) {
                BlockingCalls.check(target.method(), findings);
            }
            SuspensionPlaces places = SuspensionPlaces.of(host.name, target);
            CaughtCancellation.check(target, places, findings);
            HeldLocks.check(target.method(), places, findings);
        }
    }
}
