package dev.fermata;

import java.util.Set;

/**
 * A marker was reached in code that has not been woven, or a suspendable method was called whose class could not be
 * woven. The message says where and how to mend it.
 */
public final class NotWovenError extends Error {
    private static final long serialVersionUID = 1L;

    /** Set by the agent to its version while it is active. */
    private static final String AGENT_PROPERTY = "fermata.agent";

    private static final StackWalker STACK = StackWalker.getInstance(
            Set.of(StackWalker.Option.RETAIN_CLASS_REFERENCE, StackWalker.Option.SHOW_HIDDEN_FRAMES));

    /**
     * Makes the error; woven code uses it to say why a class could not be woven.
     *
     * @param message what is wrong, where, and what to do
     */
    public NotWovenError(String message) {
        super(message);
    }

    /**
     * Looks for a suspendable method that runs as if it were an ordinary one: what it calls may fail for a reason that has
     * nothing to do with the mistake, before any marker is reached.
     *
     * @param operation what was called, for the message
     * @return the error, to be thrown; null if no such method is among the callers
     */
    public static NotWovenError amongCallers(String operation) {
        return STACK.walk(frames -> frames.filter(NotWovenError::isUnwoven).findFirst())
                .map(caller -> error(operation, caller))
                .orElse(null);
    }

    /** Describes the frame that called the marker; the marker itself is the first caller. */
    static NotWovenError at(String marker) {
        StackWalker.StackFrame caller = STACK.walk(frames ->
                frames.skip(2).filter(frame -> !isMachinery(frame)).findFirst().orElseThrow());
        return error(marker, caller);
    }

    private static NotWovenError error(String marker, StackWalker.StackFrame caller) {
        return new NotWovenError(
                marker + " was reached in code that is not woven: " + place(caller) + ". " + advice(marker, caller));
    }

    /**
     * Whether a frame is reflection's or a method handle's. The JVM would hide those, but with them all methods of hidden
     * classes, and so the one to name.
     */
    private static boolean isMachinery(StackWalker.StackFrame frame) {
        Class<?> type = frame.getDeclaringClass();
        String name = type.getName();
        return type.isHidden() && type.isSynthetic()
                || name.startsWith("java.lang.invoke.")
                || name.startsWith("java.lang.reflect.")
                || name.startsWith("jdk.internal.");
    }

    private static String place(StackWalker.StackFrame caller) {
        String method = caller.getClassName() + "." + caller.getMethodName();
        String file = caller.getFileName();
        if (file == null) {
            return method; // compiled without debug information
        }
        return method + " (" + file + (caller.getLineNumber() < 0 ? "" : ":" + caller.getLineNumber()) + ")";
    }

    private static String advice(String marker, StackWalker.StackFrame caller) {
        if (!isSuspendable(caller)) {
            return "The method is not annotated: add @Suspendable to it and let it return " + returnTypes(marker) + ".";
        }
        if (caller.getDeclaringClass().isHidden()) {
            return "The class is hidden: agents are not shown such classes, and frame classes cannot name them. Define it"
                    + " as an ordinary class.";
        }
        String agent = System.getProperty(AGENT_PROPERTY);
        if (agent != null) {
            return "The Fermata agent " + agent
                    + " is active but has not woven this class: it was loaded before the agent or by a class loader that"
                    + " agents do not reach, the agent's options leave it out, or stderr says more. Weave it in the build"
                    + " with fermata-maven-plugin (goal transform).";
        }
        return "Start the JVM with -javaagent:fermata-agent.jar, or add fermata-maven-plugin (goal transform, for tests"
                + " test-transform) to the build.";
    }

    /** What a method may return in which a marker is used; loops over asynchronous generators and their closes await. */
    private static String returnTypes(String marker) {
        if (marker.startsWith("Generator.")) {
            return "Generator, Iterator, Iterable or Stream (or their primitive forms)";
        }
        return marker.startsWith("AsyncGenerator.yield")
                ? "AsyncGenerator or Flow.Publisher"
                : "Coroutine, CompletableFuture, CompletionStage, AsyncGenerator or Flow.Publisher";
    }

    private static boolean isSuspendable(StackWalker.StackFrame caller) {
        if (caller.getMethodName().contains("lambda$")) {
            return true; // a lambda carries no annotation
        }
        try {
            for (var method : caller.getDeclaringClass().getDeclaredMethods()) {
                if (method.getName().equals(caller.getMethodName()) && method.isAnnotationPresent(Suspendable.class)) {
                    return true;
                }
            }
            return false;
        } catch (LinkageError unreadable) {
            return true; // a type in some signature is missing; the general advice is the better guess
        }
    }

    /** Of a woven method only the body runs, which the transformer names like a lambda; futures run it below the method. */
    private static boolean isUnwoven(StackWalker.StackFrame caller) {
        String name = caller.getMethodName();
        try {
            boolean isSuspendable = false;
            for (var method : caller.getDeclaringClass().getDeclaredMethods()) {
                if (method.isSynthetic() && method.getName().startsWith("lambda$" + name + "$co")) {
                    return false;
                }
                isSuspendable |= method.getName().equals(name) && method.isAnnotationPresent(Suspendable.class);
            }
            return isSuspendable;
        } catch (LinkageError unreadable) {
            return false; // nobody knows
        }
    }
}
