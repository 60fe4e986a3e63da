package dev.fermata.transformer.validation;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.Kind;
import dev.fermata.transformer.analysis.AsyncLoops;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Refuses loops over asynchronous generators where nothing can await their values. */
final class AsyncLoopChecks {
    private static final String LOOP = "a loop over an AsyncGenerator";

    private final ClassNode host;
    private final Findings findings;

    AsyncLoopChecks(ClassNode host, Findings findings) {
        this.host = host;
        this.findings = findings;
    }

    /** For a method that is not suspendable. */
    void checkPlain(MethodNode method) {
        refuse(
                method,
                LOOP
                        + " outside a suspendable method: its values have to be awaited; annotate the method with @Suspendable"
                        + " and let it return Coroutine or AsyncGenerator");
    }

    /** For a suspendable method. */
    void check(MethodNode method, Kind kind, MonitorDepth monitors) {
        if (!kind.awaits()) {
            refuse(
                    method,
                    LOOP + " in a generator, which cannot await its values: let the method return AsyncGenerator, or"
                            + " Coroutine");
        } else {
            checkSteps(method, monitors);
        }
    }

    private void refuse(MethodNode method, String message) {
        for (MethodInsnNode start : AsyncLoops.startsIn(method)) {
            findings.add(DiagnosticCode.ASYNC_LOOP_WITHOUT_AWAIT, method, start, message);
        }
    }

    private void checkSteps(MethodNode method, MonitorDepth monitors) {
        AsyncLoops loops;
        try {
            loops = AsyncLoops.of(host.name, method);
        } catch (AnalyzerException e) {
            return; // the lowering fails in the same way and says so
        }
        for (MethodInsnNode step : loops.steps()) {
            if (AsyncLoops.isHasNext(step) && monitors.isHeldAt(step)) {
                findings.add(
                        DiagnosticCode.MONITOR_HELD,
                        method,
                        step,
                        LOOP
                                + " inside a synchronized block: the lock cannot be held while the method is suspended; end"
                                + " the block before the suspension point");
            }
        }
        for (MethodInsnNode step : loops.mixed()) {
            findings.add(
                    DiagnosticCode.ITERATORS_MIXED,
                    method,
                    step,
                    "this iterator may be that of an AsyncGenerator, whose values have to be awaited, or another one: give"
                            + " each a loop of its own");
        }
    }
}
