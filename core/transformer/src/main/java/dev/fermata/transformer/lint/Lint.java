package dev.fermata.transformer.lint;

import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.validation.Findings;
import java.util.List;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/** All warnings about one class. */
public final class Lint {
    private Lint() {}

    /**
     * Looks at a class that has not been changed yet.
     *
     * @param targets its suspendable methods
     */
    public static void check(ClassNode host, List<SuspendableMethod> targets, Findings findings) {
        for (MethodNode method : host.methods) {
            DroppedCoroutines.report(method, findings);
        }
        for (SuspendableMethod target : targets) {
            BlockingCalls.report(target, findings);
            SwallowedExits.report(target.method(), findings);
            HeldLocks.report(target.method(), findings);
        }
    }
}
