package dev.fermata.tests.hazards;

/**
 * One test that claims to guard against a hazard.
 *
 * @param hazard the id of the hazard
 * @param test what the test is called, for readers
 * @param outcome how it went in this build
 * @param since the first JDK that can run it
 */
record Evidence(String hazard, String test, Outcome outcome, int since) {
    static final int OLDEST_JDK = 17;

    /** How a test went. */
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED,
        NOT_RUN;

        /** Of the same test run several times: the worst, where having run counts more than having been skipped. */
        Outcome and(Outcome other) {
            if (this == FAILED || other == FAILED) {
                return FAILED;
            }
            return this.ordinal() <= other.ordinal() ? this : other;
        }
    }

    boolean isForThisJdk() {
        return since <= Runtime.version().feature();
    }
}
