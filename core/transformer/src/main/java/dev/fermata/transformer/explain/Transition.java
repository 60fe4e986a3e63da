package dev.fermata.transformer.explain;

/**
 * That a frame can go from one state to another without standing anywhere in between.
 *
 * @param from the number of a state
 * @param to the number of a state, or {@link #END} or {@link #THROWS}
 * @param byException whether only an exception that the method catches leads there
 */
public record Transition(int from, int to, boolean byException) {
    /** The body has returned. */
    public static final int END = -1;

    /** A {@code throw} has left the body. Any call may do so too, which is not shown. */
    public static final int THROWS = -2;

    /** Whether it leads back in the code, or stays. */
    boolean isLoop() {
        return to >= 0 && to <= from;
    }

    /** The state that it leads to, as users see it. */
    String target() {
        if (to == END) {
            return "end";
        }
        return to == THROWS ? "a throw" : String.valueOf(to);
    }
}
