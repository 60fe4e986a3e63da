package dev.fermata.transformer;

/** How much a diagnostic weighs. */
public enum Severity {
    /** The class is not woven; a build fails. */
    ERROR,
    /** The class is woven, and the user is told. */
    WARN,
    /** Nothing is said. */
    OFF
}
