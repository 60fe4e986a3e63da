package dev.fermata.transformer.validation;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.Kind;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.analysis.AsyncCloses;
import dev.fermata.transformer.analysis.AsyncLoops;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/** Refuses calls that are woven into an await, loops over asynchronous generators above all, where nothing can await. */
final class AsyncCallChecks {
    private static final String LOOP = "a loop over an AsyncGenerator";
    private static final String CLOSE = "closing an AsyncGenerator";

    private final ClassNode host;
    private final Findings findings;

    AsyncCallChecks(ClassNode host, Findings findings) {
        this.host = host;
        this.findings = findings;
    }

    /** Whether a method has calls that can be nothing else. */
    static boolean isNeeded(MethodNode method) {
        return !AsyncLoops.startsIn(method).isEmpty()
                || AsyncCloses.in(method).stream().anyMatch(AsyncCloses::isCertain);
    }

    /** For a method that is not suspendable. */
    void checkPlain(MethodNode method) {
        refuse(
                method,
                " outside a suspendable method: it has to be awaited; annotate the method with @Suspendable and let it"
                        + " return Coroutine or AsyncGenerator");
    }

    /** For a suspendable method. */
    void check(MethodNode method, Kind kind, MonitorDepth monitors) {
        if (!kind.awaits()) {
            refuse(
                    method,
                    " in a generator, which cannot await it: let the method return AsyncGenerator, or Coroutine");
            return;
        }
        checkSteps(method, monitors);
        for (MethodInsnNode call : AsyncCloses.in(method)) {
            if (AsyncCloses.isCertain(call) && monitors.isHeldAt(call)) {
                addMonitorHeld(method, call, "closing what has to be awaited");
            }
        }
    }

    private void refuse(MethodNode method, String message) {
        for (MethodInsnNode start : AsyncLoops.startsIn(method)) {
            findings.add(DiagnosticCode.ASYNC_WITHOUT_AWAIT, method, start, LOOP + message);
        }
        for (MethodInsnNode call : AsyncCloses.in(method)) {
            if (call.owner.equals(RuntimeNames.ASYNC_GENERATOR)) {
                findings.add(DiagnosticCode.ASYNC_WITHOUT_AWAIT, method, call, CLOSE + message);
            }
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
                addMonitorHeld(method, step, LOOP);
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

    private void addMonitorHeld(MethodNode method, MethodInsnNode call, String what) {
        findings.add(
                DiagnosticCode.MONITOR_HELD,
                method,
                call,
                what
                        + " inside a synchronized block: the lock cannot be held while the method is suspended; end the"
                        + " block before the suspension point");
    }
}
