package dev.fermata.frame;

/** The elements of a stack trace that stand for no method, but say what lies between those before and those after. */
final class Boundary {
    /** No class is called this: it is no package's. */
    private static final String CLASS = "fermata";

    private static final String METHOD = "suspended";

    private Boundary() {}

    /** Prints as {@code at fermata.suspended(awaited by)}. */
    static StackTraceElement of(String text) {
        return new StackTraceElement(CLASS, METHOD, text, -1);
    }

    static StackTraceElement leftOut(int methods) {
        return of(methods + " more");
    }

    static boolean is(StackTraceElement element) {
        return element.getClassName().equals(CLASS) && element.getMethodName().equals(METHOD);
    }
}
