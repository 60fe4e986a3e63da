package dev.fermata.tests.stress.library;

/**
 * How a test went.
 *
 * @param className the class it is in, empty if it is not known
 * @param status SUCCESSFUL, FAILED, ABORTED, SKIPPED or UNFINISHED
 * @param failure the first line of what was thrown, or of why it was skipped; may be empty
 */
record TestOutcome(String className, String status, String failure) {
    static final String SUCCESSFUL = "SUCCESSFUL";
    static final String FAILED = "FAILED";
    static final String UNFINISHED = "UNFINISHED";

    /** The class without its members; empty if it is not known. */
    String outermostClass() {
        return className.replaceAll("\\$.*", "");
    }

    boolean is(String other) {
        return status.equals(other);
    }

    /** Whether the heap was too small for it, which says nothing about the code. */
    boolean ranOutOfMemory() {
        return failure.startsWith(OutOfMemoryError.class.getName());
    }

    /** Whether it went the same way, wherever objects happened to lie in memory. */
    boolean isLike(TestOutcome other) {
        return other != null
                && status.equals(other.status)
                && withoutIdentities(failure).equals(withoutIdentities(other.failure));
    }

    /** Replaces the identity hash codes that {@code Object.toString} prints. */
    static String withoutIdentities(String text) {
        return text.replaceAll("@[0-9a-f]{5,8}\\b", "@*");
    }

    @Override
    public String toString() {
        return failure.isEmpty() ? status : status + ": " + failure;
    }
}
