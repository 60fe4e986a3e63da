package dev.fermata.tests.validation.woven;

import java.util.List;
import org.objectweb.asm.tree.FieldInsnNode;

/**
 * One place where a body can stop, read off its code.
 *
 * @param number its number; 0 is the entry
 * @param line its line, 0 without line numbers
 * @param delegates whether it runs another frame
 * @param ends whether what comes back is at once the result of the body
 * @param locals the local variables that are put back, in the order of their slots
 * @param stack what is put back on the operand stack, from the bottom
 * @param reads the reads of the frame's fields
 */
public record WovenPoint(
        int number,
        int line,
        boolean delegates,
        boolean ends,
        List<Restored> locals,
        List<Restored> stack,
        List<FieldInsnNode> reads) {
    /**
     * A value that is put back.
     *
     * @param name of the variable, {@code ?} if it has none
     * @param desc of the field; null for the null constant, which needs no field
     */
    public record Restored(String name, String desc) {
        /** Whether it is the null constant. */
        public boolean isNull() {
            return desc == null;
        }
    }
}
