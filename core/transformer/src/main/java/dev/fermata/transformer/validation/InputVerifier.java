package dev.fermata.transformer.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.BasicValue;
import org.objectweb.asm.tree.analysis.BasicVerifier;
import org.objectweb.asm.tree.analysis.Frame;

/**
 * Tells whether a method as it was read makes sense: whether operands are there and of the right sort, and whether the
 * stack map frames say the same. It is asked only after weaving has failed, to know whom to blame; it loads no classes,
 * and so it lets pass what only the JVM's verifier can see.
 */
public final class InputVerifier {
    private InputVerifier() {}

    /**
     * Checks a method.
     *
     * @param owner internal name of its class
     * @param method the method, read with expanded frames
     * @return what is wrong with it, empty if it looks right
     */
    public static Optional<String> complaint(String owner, MethodNode method) {
        try {
            Frame<BasicValue>[] computed = new Analyzer<>(new BasicVerifier()).analyze(owner, method);
            for (int at = 0; at < computed.length; at++) {
                AbstractInsnNode insn = method.instructions.get(at);
                if (needsFrame(insn)) {
                    return Optional.of("there is no stack map frame behind the jump at line " + Findings.lineOf(insn));
                }
                if (insn instanceof FrameNode declared && !agree(declared, computed[at])) {
                    return Optional.of(
                            "the stack map frame at line " + Findings.lineOf(insn) + " does not fit the code");
                }
            }
            return Optional.empty();
        } catch (AnalyzerException | RuntimeException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** JVMS 4.10.1.6: what stands behind an instruction that never goes on has a frame, even if nothing leads there. */
    private static boolean needsFrame(AbstractInsnNode insn) {
        int opcode = insn.getOpcode();
        boolean goesOn = opcode != Opcodes.GOTO
                && opcode != Opcodes.ATHROW
                && opcode != Opcodes.TABLESWITCH
                && opcode != Opcodes.LOOKUPSWITCH
                && (opcode < Opcodes.IRETURN || opcode > Opcodes.RETURN);
        if (opcode < 0 || goesOn) {
            return false;
        }
        AbstractInsnNode next = insn.getNext();
        while (next != null && next.getOpcode() < 0 && !(next instanceof FrameNode)) {
            next = next.getNext();
        }
        return next != null && !(next instanceof FrameNode);
    }

    /** In code that cannot be reached nothing is computed. */
    private static boolean agree(FrameNode declared, Frame<BasicValue> computed) {
        if (declared.stack.contains(Opcodes.TOP)) {
            return false; // unlike a variable, an operand cannot be unusable
        }
        if (!areTypes(declared.stack) || !areTypes(declared.local)) {
            return false;
        }
        if (computed == null) {
            return true;
        }
        if (declared.stack.size() != computed.getStackSize()) {
            return false;
        }
        for (int i = 0; i < computed.getStackSize(); i++) {
            if (!fits(declared.stack.get(i), computed.getStack(i))) {
                return false;
            }
        }
        List<Object> locals = slots(declared.local);
        for (int slot = 0; slot < locals.size(); slot++) {
            if (slot >= computed.getLocals() || !fits(locals.get(slot), computed.getLocal(slot))) {
                return false;
            }
        }
        return true;
    }

    /** Whether every object that is not initialised yet has an instruction that makes it. */
    private static boolean areTypes(List<Object> entries) {
        for (Object entry : entries) {
            if (entry == null || entry instanceof LabelNode made && !standsBeforeNew(made)) {
                return false;
            }
        }
        return true;
    }

    private static boolean standsBeforeNew(LabelNode label) {
        AbstractInsnNode at = label;
        while (at != null && at.getOpcode() < 0) {
            at = at.getNext();
        }
        return at != null && at.getOpcode() == Opcodes.NEW;
    }

    private static List<Object> slots(List<Object> entries) {
        List<Object> slots = new ArrayList<>();
        for (Object entry : entries) {
            slots.add(entry);
            if (entry == Opcodes.LONG || entry == Opcodes.DOUBLE) {
                slots.add(Opcodes.TOP);
            }
        }
        return slots;
    }

    /** A frame may know less than the code, but nothing else. */
    private static boolean fits(Object declared, BasicValue computed) {
        if (declared == Opcodes.TOP) {
            return true;
        }
        if (declared == Opcodes.INTEGER) {
            return computed == BasicValue.INT_VALUE;
        }
        if (declared == Opcodes.LONG) {
            return computed == BasicValue.LONG_VALUE;
        }
        if (declared == Opcodes.FLOAT) {
            return computed == BasicValue.FLOAT_VALUE;
        }
        return declared == Opcodes.DOUBLE ? computed == BasicValue.DOUBLE_VALUE : computed.isReference();
    }
}
