package dev.fermata.transformer;

/** Which local variables a suspended method keeps. */
public enum Keep {
    /** Those that may still be read. What nothing reads any more is free to be collected, as it is in a running method. */
    LIVE,

    /**
     * All that the debugger's table says are in scope, so that a debugger shows them after a suspension as before it.
     * Frames get larger, and objects are held for as long as their variables are in scope.
     */
    IN_SCOPE
}
