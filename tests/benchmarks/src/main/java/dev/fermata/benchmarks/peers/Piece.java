package dev.fermata.benchmarks.peers;

/** A small piece of work: some hundred nanoseconds that the compiler cannot leave out. */
public final class Piece {
    private static final int ROUNDS = 200;

    private Piece() {}

    /**
     * Does it.
     *
     * @param seed which piece
     * @return what comes of it
     */
    public static long of(int seed) {
        long mixed = seed;
        for (int i = 0; i < ROUNDS; i++) {
            mixed = mixed * 6_364_136_223_846_793_005L + 1_442_695_040_888_963_407L;
        }
        return mixed;
    }
}
