package dev.fermata.transformer.explain;

import java.util.List;

/**
 * Where a frame can stand: before its entry, or at a suspension point.
 *
 * @param number 0 for the entry, else the number of the point, in the order of the code
 * @param line its line in the source; 0 if the class has no line numbers
 * @param marker what suspends there: {@code await}, {@code yield}, ..., {@code for} (over an async generator), {@code
 *     close} (of a resource), {@code return} (of something that is run in place of this one); "entry" for the entry
 * @param kept what the frame keeps meanwhile
 * @param left the variables in scope that it does not keep
 */
public record StateView(int number, int line, String marker, List<Kept> kept, List<Left> left) {
    /**
     * A value that the frame keeps.
     *
     * @param name the variable; null if the compiler made it, or for a value on the operand stack
     * @param onStack whether it lies on the operand stack
     * @param type its type without the package
     * @param field where it is kept; null for what is always null, which needs no field
     * @param why who reads it
     */
    public record Kept(String name, boolean onStack, String type, String field, String why) {
        /** What to call it. */
        String label() {
            if (name != null) {
                return name;
            }
            return onStack ? "(operand)" : "(unnamed)";
        }
    }

    /**
     * A variable in scope that is not kept.
     *
     * @param name the variable
     * @param type its type without the package
     * @param why why not
     */
    public record Left(String name, String type, String why) {}
}
