package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.validation.Findings;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/** Calls of the JDK that keep a thread waiting, inside a coroutine, whose thread has other coroutines to run. */
final class BlockingCalls {
    private BlockingCalls() {}

    static void report(SuspendableMethod target, Findings findings) {
        if (!target.kind().isCoroutine()) {
            return; // a generator waits for nobody but runs on its caller's time
        }
        for (AbstractInsnNode insn : target.method().instructions) {
            if (insn instanceof MethodInsnNode call) {
                BlockingCall blocking = BlockingCall.find(call.owner, call.name);
                if (blocking != null) {
                    findings.add(
                            DiagnosticCode.BLOCKING_CALL,
                            target.method(),
                            insn,
                            blocking + " blocks the thread, and with it every coroutine that runs on it: "
                                    + blocking.advice());
                }
            }
        }
    }
}
