package dev.fermata.transformer.validation;

import dev.fermata.transformer.analysis.VerificationTypes;
import dev.fermata.transformer.lowering.UnsupportedBytecodeException;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Refuses methods that are out of bounds: their own, where a frame has variables that the method has not, or those of the
 * memory, because the analyses keep a set of variables for each instruction, and a list of handlers for each instruction
 * that is covered.
 */
public final class Bounds {
    /** A gigabit; the longest method with a hundred variables has a hundredth of it. */
    private static final long MOST_VARIABLES = 1L << 30;

    /** The longest method fifty times over. */
    private static final long MOST_COVERED = 1L << 22;

    private Bounds() {}

    /**
     * Checks a method.
     *
     * @param method the method
     * @throws UnsupportedBytecodeException if it is out of bounds
     */
    public static void check(MethodNode method) {
        checkFrames(method);
        long instructions = method.instructions.size();
        if (instructions * method.maxLocals > MOST_VARIABLES) {
            throw new UnsupportedBytecodeException(
                    method.instructions.getFirst(),
                    "a method of " + instructions + " instructions and " + method.maxLocals
                            + " local variables is more than can be analysed: move parts of it to methods of their own");
        }
        long covered = 0;
        for (TryCatchBlockNode block : method.tryCatchBlocks) {
            covered += Math.max(0, method.instructions.indexOf(block.end) - method.instructions.indexOf(block.start));
        }
        if (covered > MOST_COVERED) {
            throw new UnsupportedBytecodeException(
                    method.instructions.getFirst(),
                    "an exception table that covers " + covered
                            + " instructions is more than can be analysed: move parts of the method to methods of their own");
        }
    }

    /** A frame for variables that the method does not have would make the woven class unreadable. */
    private static void checkFrames(MethodNode method) {
        for (AbstractInsnNode insn : method.instructions) {
            if (insn instanceof FrameNode frame && slotsOf(frame) > method.maxLocals) {
                throw new UnsupportedBytecodeException(
                        insn,
                        "a stack map frame of this method declares " + slotsOf(frame)
                                + " local variables, and the method has " + method.maxLocals
                                + ": the class file is broken, delete it and compile it anew");
            }
        }
    }

    private static int slotsOf(FrameNode frame) {
        int slots = 0;
        for (Object type : frame.local) {
            slots += VerificationTypes.isWide(type) ? 2 : 1;
        }
        return slots;
    }
}
