package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.validation.Findings;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds suspension points at which a lock of {@code java.util.concurrent.locks} is held. Such a lock belongs to the thread
 * that took it: another thread that resumes cannot give it back, and the same thread can take it again meanwhile.
 *
 * <p>By flow, as for monitors, but the smallest count on any path wins: a lock that is held only on some paths is not
 * reported, nor is one that {@code tryLock} may have taken.
 */
final class HeldLocks {
    private static final Set<String> LOCKS = Set.of(
            "java/util/concurrent/locks/Lock",
            "java/util/concurrent/locks/ReentrantLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$ReadLock",
            "java/util/concurrent/locks/ReentrantReadWriteLock$WriteLock");
    private static final int UNREACHED = Integer.MAX_VALUE;

    private final MethodNode method;
    private final int[] held;

    private HeldLocks(MethodNode method) {
        this.method = method;
        this.held = new int[method.instructions.size()];
        Arrays.fill(held, UNREACHED);
    }

    static void check(MethodNode method, SuspensionPlaces places, Findings findings) {
        if (!takesLocks(method) || places.isEmpty()) {
            return;
        }
        HeldLocks pass = new HeldLocks(method);
        pass.flow(new ControlFlow(method));
        for (AbstractInsnNode insn : method.instructions) {
            int held = pass.held[method.instructions.indexOf(insn)];
            if (held > 0 && held != UNREACHED && places.contains(insn)) {
                findings.add(
                        DiagnosticCode.LOCK_HELD,
                        method,
                        insn,
                        places.name(insn)
                                + " while a lock is held that belongs to the thread: whoever resumes may be another"
                                + " thread, which cannot unlock it; unlock before the suspension point");
            }
        }
    }

    private static boolean takesLocks(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (change(insn) > 0) {
                return true;
            }
        }
        return false;
    }

    private void flow(ControlFlow control) {
        Deque<Integer> work = new ArrayDeque<>();
        reach(0, 0, work);
        while (!work.isEmpty()) {
            int at = work.pop();
            int before = held[at];
            int change = change(method.instructions.get(at));
            for (int next : control.successors(at)) {
                reach(next, Math.max(0, before + change), work);
            }
            for (int handler : control.reachedHandlers(at)) {
                reach(handler, Math.max(0, before + Math.min(0, change)), work);
            }
        }
    }

    private void reach(int at, int value, Deque<Integer> work) {
        if (value < held[at]) {
            held[at] = value;
            work.push(at);
        }
    }

    private static int change(AbstractInsnNode insn) {
        if (insn instanceof MethodInsnNode call && LOCKS.contains(call.owner)) {
            return switch (call.name) {
                case "lock", "lockInterruptibly" -> 1;
                case "unlock" -> -1;
                default -> 0;
            };
        }
        return 0;
    }
}
