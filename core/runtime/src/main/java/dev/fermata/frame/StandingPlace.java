package dev.fermata.frame;

/** Where the innermost method of a suspended chain stands: cheap to note, for what is mostly not asked for later. */
public final class StandingPlace {
    private final Frame frame;
    private final int point;

    private StandingPlace(Frame frame, int point) {
        this.frame = frame;
        this.point = point;
    }

    /**
     * Notes where a chain stands.
     *
     * @param root its outermost frame, suspended or fresh, not null
     * @return the place, which stays the same when the chain goes on
     */
    public static StandingPlace of(Frame root) {
        Frame innermost = root.innermost();
        return new StandingPlace(innermost, innermost.point());
    }

    /**
     * The method and its line.
     *
     * @return that; null if it is a frame that the runtime has added
     */
    public StackTraceElement element() {
        return frame.place(point);
    }
}
