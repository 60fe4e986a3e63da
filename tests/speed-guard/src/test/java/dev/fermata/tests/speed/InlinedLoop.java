package dev.fermata.tests.speed;

/** Runs in a JVM that says what C2 does. */
final class InlinedLoop {
    private static final int RUNS = 400;
    private static final int TIMES = 20_000;

    private InlinedLoop() {}

    public static void main(String[] arguments) {
        Work work = Work.valueOf(arguments[0]);
        for (int i = 0; i < RUNS; i++) {
            if (work.run(TIMES) != Work.sum(TIMES)) {
                throw new AssertionError(work + " has gone wrong");
            }
        }
    }
}
