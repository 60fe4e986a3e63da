package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.SuspendableMethod;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.validation.Findings;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Finds handlers that eat the exception by which a coroutine is cancelled or a generator closed. The code is followed as
 * it would run if a suspension point threw {@code GeneratorExit}, and where it can await, {@code Cancellation}: to the first
 * handler that takes it, past {@code instanceof} tests on what was caught, and on to outer handlers where it is thrown again.
 *
 * <pre>
 *   catch (Throwable t) { log(t); }          reported: goes on as if nothing had been
 *   catch (Throwable t) { undo(); throw t; } passes it on
 *   catch (GeneratorExit e) { return null; } ends, which PEP 342 allows
 * </pre>
 *
 * A handler of {@code GeneratorExit} itself is reported only if another suspension point can follow, because suspending
 * again is an error at run time; one of {@code Cancellation} itself is taken for meant. Handlers that compilers make ({@code finally}, monitors, resources) throw it again.
 */
final class CaughtCancellation {
    private static final Set<String> TAKES_ANY_EXIT = Set.of("java/lang/Throwable", "java/lang/Error");
    private static final Set<String> IS_NO_EXIT = Set.of("java/lang/Exception", "java/lang/RuntimeException");
    private static final Set<String> EXITS = Set.of(RuntimeNames.GENERATOR_EXIT, RuntimeNames.CANCELLATION);

    /** What is thrown. */
    private final String exit;

    private final MethodNode method;
    private final SuspensionPlaces places;
    private final Findings findings;
    private final InsnList instructions;
    private final ControlFlow flow;
    private final BitSet examined = new BitSet();

    /** Handlers that have been told of already. */
    private final BitSet reported;

    private CaughtCancellation(
            String exit, MethodNode method, SuspensionPlaces places, Findings findings, BitSet reported) {
        this.exit = exit;
        this.reported = reported;
        this.method = method;
        this.places = places;
        this.findings = findings;
        this.instructions = method.instructions;
        this.flow = new ControlFlow(method);
    }

    static void check(SuspendableMethod target, SuspensionPlaces places, Findings findings) {
        MethodNode method = target.method();
        if (method.tryCatchBlocks.isEmpty()) {
            return;
        }
        BitSet reported = new BitSet();
        new CaughtCancellation(RuntimeNames.GENERATOR_EXIT, method, places, findings, reported).throwAtAll();
        if (target.kind().awaits()) {
            new CaughtCancellation(RuntimeNames.CANCELLATION, method, places, findings, reported).throwAtAll();
        }
    }

    private void throwAtAll() {
        for (AbstractInsnNode insn : instructions) {
            if (places.contains(insn)) {
                throwAt(instructions.indexOf(insn));
            }
        }
    }

    private boolean takesExit(String type) {
        return TAKES_ANY_EXIT.contains(type) || exit.equals(type);
    }

    /** Lets the exit be thrown by an instruction. */
    private void throwAt(int at) {
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            boolean covers = instructions.indexOf(block.start) <= at && at < instructions.indexOf(block.end);
            if (covers && (block.type == null || takesExit(block.type))) {
                examine(block);
                return;
            }
        }
    }

    private void examine(TryCatchBlockNode block) {
        int handler = instructions.indexOf(block.handler);
        if (examined.get(handler)) {
            return;
        }
        examined.set(handler);
        boolean isMeant = RuntimeNames.CANCELLATION.equals(block.type);
        if (survives(block, handler) && block.type != null && !isMeant && !reported.get(handler)) {
            reported.set(handler);
            String type = block.type.substring(block.type.lastIndexOf('/') + 1);
            findings.add(
                    DiagnosticCode.CANCELLATION_CAUGHT,
                    method,
                    instructions.get(lineWithin(handler)),
                    "catch (" + type + ") around a suspension point eats "
                            + (type.equals("GeneratorExit")
                                    ? "it and can suspend again, which is an error: return or throw it"
                                    : "cancellation and GeneratorExit: catch Exception, or throw it again"));
        }
    }

    /** Whether a way leads from the handler on without the exception. */
    private boolean survives(TryCatchBlockNode block, int handler) {
        boolean asked = RuntimeNames.GENERATOR_EXIT.equals(block.type);
        BitSet seen = new BitSet();
        Deque<Integer> work = new ArrayDeque<>();
        work.push(handler);
        boolean survives = false;
        while (!work.isEmpty()) {
            int at = work.pop();
            if (seen.get(at)) {
                continue;
            }
            seen.set(at);
            AbstractInsnNode insn = instructions.get(at);
            if (insn.getOpcode() == Opcodes.ATHROW) {
                throwAt(at);
            }
            boolean ends = insn.getOpcode() == Opcodes.ARETURN;
            survives |= asked ? places.contains(insn) : ends || returnsInto(block, at, insn);
            for (int next : waysOn(at, insn)) {
                work.push(next);
            }
        }
        return survives;
    }

    /** A loop leads back to before the try. */
    private boolean returnsInto(TryCatchBlockNode block, int at, AbstractInsnNode insn) {
        return places.contains(insn) && instructions.indexOf(block.start) <= at && at < instructions.indexOf(block.end);
    }

    /** Knows the answer to {@code caught instanceof X}, the way compilers write it in a condition. */
    private int[] waysOn(int at, AbstractInsnNode insn) {
        boolean branches = insn.getOpcode() == Opcodes.IFEQ || insn.getOpcode() == Opcodes.IFNE;
        if (branches && insn.getPrevious() instanceof TypeInsnNode test && test.getOpcode() == Opcodes.INSTANCEOF) {
            boolean yes = takesExit(test.desc);
            if (yes || IS_NO_EXIT.contains(test.desc) || EXITS.contains(test.desc)) {
                boolean jumps = yes == (insn.getOpcode() == Opcodes.IFNE);
                return new int[] {jumps ? instructions.indexOf(((JumpInsnNode) insn).label) : at + 1};
            }
        }
        return flow.successors(at);
    }

    /** The handler's first instruction: its label stands before the line that belongs to it. */
    private int lineWithin(int handler) {
        AbstractInsnNode first = instructions.get(handler);
        AbstractInsnNode next = first.getOpcode() < 0 ? Code.next(first) : first;
        return next == null ? handler : instructions.indexOf(next);
    }
}
