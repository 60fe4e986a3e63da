package dev.fermata.internal;

/**
 * Whether the program is run with the system property {@code fermata.debug=true}. What has to be watched from the moment a
 * coroutine is made, or asked at every call, is switched by this alone: a constant, so that the checks cost nothing when off.
 */
public final class DebugMode {
    /** The property, as it was when the first coroutine was made. */
    public static final boolean ON = Boolean.getBoolean("fermata.debug");

    private DebugMode() {}
}
