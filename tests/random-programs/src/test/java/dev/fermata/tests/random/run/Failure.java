package dev.fermata.tests.random.run;

/**
 * What is wrong with a program once it is woven.
 *
 * @param sort what kind of wrong
 * @param detail all that is known
 */
public record Failure(Sort sort, String detail) {
    /** The ways to go wrong. */
    public enum Sort {
        /** The transformer has refused the class. */
        REFUSED,
        /** The JVM's verifier has refused what was woven. */
        NOT_VERIFIED,
        /** ASM's data flow analysis has. */
        NOT_SOUND,
        /** It runs otherwise than it should. */
        RUNS_OTHERWISE
    }
}
