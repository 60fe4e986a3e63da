package dev.fermata.transformer;

import java.util.Objects;

/**
 * One thing the user should know about a class.
 *
 * @param code what is wrong
 * @param severity what it weighs here: error or warning
 * @param className the class, dotted; may be "?" if the bytes do not even tell that
 * @param method the method as {@code name(parameter types)}, null if it concerns the class
 * @param file the source file, null if the class does not say
 * @param line the line in it, 0 if unknown
 * @param message what is wrong and what to do
 */
public record Diagnostic(
        DiagnosticCode code,
        Severity severity,
        String className,
        String method,
        String file,
        int line,
        String message) {
    /** Checks what must be there. */
    public Diagnostic {
        Objects.requireNonNull(code);
        Objects.requireNonNull(severity);
        Objects.requireNonNull(className);
        Objects.requireNonNull(message);
    }

    /** One that weighs what its code says. */
    public Diagnostic(DiagnosticCode code, String className, String method, String file, int line, String message) {
        this(code, code.severity(), className, method, file, line, message);
    }

    /**
     * Whether the class is not woven because of it.
     *
     * @return false for a warning
     */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /**
     * What is wrong and where, without the source file, for those who show the file in their own way.
     *
     * @return such as {@code FERMATA-004 demo.Main.run(): ...}
     */
    public String withoutFile() {
        return code.id() + ' ' + className + (method == null ? "" : "." + method) + ": " + message;
    }

    /** The form printed by agent and plugin: {@code FERMATA-004 demo.Main.run() (Main.java:12): ...}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(code.id()).append(' ').append(className);
        if (method != null) {
            text.append('.').append(method);
        }
        if (file != null) {
            text.append(" (").append(file);
            if (line > 0) {
                text.append(':').append(line);
            }
            text.append(')');
        }
        return text.append(": ").append(message).toString();
    }
}
