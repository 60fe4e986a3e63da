package dev.fermata.tests.stress.library;

/**
 * A test that did not go the same way in two runs.
 *
 * @param test its unique id
 * @param unwoven how it went unwoven; null if it did not run
 * @param woven how it went woven; null if it did not run
 */
record Difference(String test, TestOutcome unwoven, TestOutcome woven) {

    /** The class that the test is in, without its members; empty if it is not known. */
    String className() {
        return (unwoven != null ? unwoven : woven).outermostClass();
    }

    /** Whether the test failed before weaving as it does where there is too little memory, so that it cannot be compared. */
    boolean isOfMemory() {
        return unwoven != null && unwoven.ranOutOfMemory();
    }

    /** Several lines. */
    String describe() {
        return test + "\n    unwoven: " + describe(unwoven) + "\n    woven:   " + describe(woven);
    }

    private static String describe(TestOutcome outcome) {
        return outcome == null ? "did not run" : outcome.toString();
    }
}
