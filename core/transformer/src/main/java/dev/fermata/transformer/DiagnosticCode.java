package dev.fermata.transformer;

/** Everything the transformer complains about. The ids are stable. */
public enum DiagnosticCode {
    /** The bytes are not a class file. */
    UNREADABLE_CLASS("001", true),
    /** The class file is older than Java 8. */
    CLASS_TOO_OLD("002", true),
    /** The class file is newer than the transformer knows; it is woven all the same. */
    CLASS_NEWER_THAN_KNOWN("003", false),
    /** {@code @Suspendable} on a method whose return type is not one of the kinds. */
    WRONG_RETURN_TYPE("004", true),
    /** {@code @Suspendable} on a synchronized method. */
    SYNCHRONIZED_METHOD("005", true),
    /** {@code @Suspendable} on a native method. */
    NATIVE_METHOD("006", true),
    /** {@code @Suspendable} on an abstract method. */
    ABSTRACT_METHOD("007", true),
    /** A marker in a constructor or initialiser. */
    MARKER_IN_INITIALISER("008", true),
    /** A marker in a method without the annotation. */
    MARKER_IN_PLAIN_METHOD("009", true),
    /** A marker in a lambda whose functional interface does not return one of the kinds. */
    MARKER_IN_PLAIN_LAMBDA("010", true),
    /** A generator marker in a coroutine, or the other way round. */
    MARKER_OF_OTHER_KIND("011", true),
    /** A marker as a method reference or method handle. */
    MARKER_AS_REFERENCE("012", true),
    /** A suspension point inside a synchronized block. */
    MONITOR_HELD("013", true),
    /** The woven method or class would be larger than a class file allows. */
    METHOD_TOO_LARGE("014", true),
    /** The woven method is larger than HotSpot compiles. */
    METHOD_NOT_COMPILED("015", false),
    /** The class was woven by a version of Fermata with another format, or only in part. */
    WOVEN_DIFFERENTLY("016", true),
    /** The code is of a shape that no known compiler makes. */
    UNSUPPORTED_BYTECODE("017", true),
    /** A fault of the transformer itself. */
    INTERNAL_ERROR("018", true),
    /** The class loader does not take the frame classes; only under the agent. */
    FRAME_NOT_DEFINED("019", true),
    /** A coroutine or generator is made and dropped, so its body never runs. */
    DROPPED_COROUTINE("020", false),
    /** A call inside a coroutine that blocks the thread, and with it all that runs there. */
    BLOCKING_CALL("021", false),
    /** A handler around a suspension point that eats cancellation or GeneratorExit. */
    CANCELLATION_CAUGHT("022", false),
    /** A lock that belongs to a thread is held at a suspension point. */
    LOCK_HELD("023", false),
    /** A loop over an asynchronous generator, or its close, in a method that cannot await. */
    ASYNC_WITHOUT_AWAIT("024", true),
    /** An iterator that may be that of an asynchronous generator or another one. */
    ITERATORS_MIXED("025", true),
    /** A value is yielded that cannot become the primitive type of the method's iterator or stream. */
    YIELD_OF_OTHER_TYPE("026", true);

    private final String number;
    private final boolean error;

    DiagnosticCode(String number, boolean error) {
        this.number = number;
        this.error = error;
    }

    /**
     * The id in messages and in the documentation.
     *
     * @return {@code FERMATA-} and three digits
     */
    public String id() {
        return "FERMATA-" + number;
    }

    /**
     * What it weighs unless a {@link DiagnosticPolicy} says otherwise.
     *
     * @return error or warning
     */
    public Severity severity() {
        return error ? Severity.ERROR : Severity.WARN;
    }

    /**
     * Whether the class cannot be woven.
     *
     * @return false for a warning
     */
    public boolean isError() {
        return error;
    }
}
