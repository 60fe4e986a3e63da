package dev.fermata.transformer.lint;

import dev.fermata.transformer.DiagnosticCode;
import dev.fermata.transformer.Marker;
import dev.fermata.transformer.analysis.ControlFlow;
import dev.fermata.transformer.validation.Findings;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Handlers around a suspension point that catch what ends a generator or coroutine ({@code GeneratorExit}, cancellation),
 * and let the body go on. One that throws what it has caught, on some path, has thought of it; so has one that always
 * throws something. What compilers make of {@code finally}, {@code synchronized} and resources does throw it.
 */
final class SwallowedExits {
    private static final Set<String> WIDE =
            Set.of("java/lang/Throwable", "java/lang/Error", "dev/fermata/GeneratorExit");

    private final MethodNode method;
    private final InsnList code;
    private final ControlFlow flow;

    private SwallowedExits(MethodNode method) {
        this.method = method;
        this.code = method.instructions;
        this.flow = new ControlFlow(method);
    }

    static void report(MethodNode method, Findings findings) {
        if (method.tryCatchBlocks.stream().noneMatch(SwallowedExits::isWide)) {
            return;
        }
        SwallowedExits exits = new SwallowedExits(method);
        Set<LabelNode> seen = new HashSet<>();
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            if (isWide(block)
                    && exits.coversMarker(block)
                    && exits.swallows(block.handler)
                    && seen.add(block.handler)) {
                String type = block.type.substring(block.type.lastIndexOf('/') + 1);
                findings.add(
                        DiagnosticCode.EXIT_SWALLOWED,
                        method,
                        exits.lineIn(block.handler),
                        "catch (" + type + ") around a suspension point also catches what closes or cancels the method,"
                                + " and does not throw it on: catch Exception, or throw it again");
            }
        }
    }

    private static boolean isWide(TryCatchBlockNode block) {
        return block.type != null && WIDE.contains(block.type);
    }

    private boolean coversMarker(TryCatchBlockNode block) {
        for (AbstractInsnNode at = block.start; at != block.end; at = at.getNext()) {
            if (Marker.of(at).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the handler may get to the end of the method by a return, and nowhere throws what it has caught. */
    private boolean swallows(LabelNode handler) {
        BitSet reached = reachedFrom(code.indexOf(handler));
        int caught = variableOf(handler);
        boolean returns = false;
        for (int at = reached.nextSetBit(0); at >= 0; at = reached.nextSetBit(at + 1)) {
            int opcode = code.get(at).getOpcode();
            if (opcode == Opcodes.ATHROW && loads(code.get(at).getPrevious(), caught)) {
                return false;
            }
            returns |= opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN;
        }
        return returns;
    }

    private BitSet reachedFrom(int start) {
        BitSet reached = new BitSet();
        BitSet pending = new BitSet();
        pending.set(start);
        while (!pending.isEmpty()) {
            int at = pending.nextSetBit(0);
            pending.clear(at);
            if (!reached.get(at)) {
                reached.set(at);
                for (int next : flow.successors(at)) {
                    pending.set(next);
                }
            }
        }
        return reached;
    }

    /** Where the handler puts the exception; -1 if it drops it. */
    private static int variableOf(LabelNode handler) {
        AbstractInsnNode first = firstInstruction(handler);
        return first instanceof VarInsnNode store && store.getOpcode() == Opcodes.ASTORE ? store.var : -1;
    }

    private static boolean loads(AbstractInsnNode insn, int slot) {
        AbstractInsnNode at = insn;
        while (at != null && at.getOpcode() < 0) {
            at = at.getPrevious();
        }
        return slot >= 0 && at instanceof VarInsnNode load && load.getOpcode() == Opcodes.ALOAD && load.var == slot;
    }

    /** The first line of the handler stands behind its label; anything before belongs to the try. */
    private AbstractInsnNode lineIn(LabelNode handler) {
        for (AbstractInsnNode at = handler; at != null && at.getOpcode() < 0; at = at.getNext()) {
            if (at instanceof LineNumberNode) {
                return at;
            }
        }
        return handler;
    }

    private static AbstractInsnNode firstInstruction(AbstractInsnNode from) {
        AbstractInsnNode at = from;
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at;
    }
}
