package dev.fermata.frame;

import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Who has called: the methods on this thread's stack as they were written, without what weaving and the runtime add. Debug
 * mode keeps it of coroutines and tasks, to tell where they were made. Immutable.
 */
public final class CallSite {
    /** As many callers as asyncio's debug mode keeps. */
    private static final int CALLERS = 10;

    /** What is called like the runtime, though it stands on it. */
    private static final Pattern LIBRARY =
            Pattern.compile("dev\\.fermata\\.(sync|queue|tasks|waiting|io(\\.[a-z]+)*)\\.[A-Z][^.]*");

    private final String called;
    private final List<StackTraceElement> callers;

    private CallSite(String called, List<StackTraceElement> callers) {
        this.called = called;
        this.callers = callers;
    }

    /**
     * Looks at the stack of this thread.
     *
     * @return the place from which the runtime was called
     */
    public static CallSite here() {
        return StackWalker.getInstance().walk(CallSite::of);
    }

    /**
     * What was called: the suspendable method whose coroutine was being made, or the method of the runtime or of its
     * libraries.
     *
     * @return class and method, not null
     */
    public String called() {
        return called;
    }

    /**
     * Who has called it.
     *
     * @return the innermost method first, ten at most
     */
    public List<StackTraceElement> callers() {
        return callers;
    }

    /**
     * Leaves out of the stack of a thread what weaving and the runtime add.
     *
     * @param stack the innermost method first, not null
     * @return the methods as they were written
     */
    public static List<StackTraceElement> asWritten(StackTraceElement[] stack) {
        return Machinery.hide(List.of(stack)).stream().map(Machinery::brief).toList();
    }

    /**
     * Writes stack elements as they stand below an exception.
     *
     * @param elements the innermost method first
     * @return a line for each, each begun by a line break
     */
    public static String lines(List<StackTraceElement> elements) {
        StringBuilder lines = new StringBuilder();
        for (StackTraceElement element : elements) {
            lines.append("\n\tat ").append(element);
        }
        return lines.toString();
    }

    /** The callers as they stand below an exception. */
    @Override
    public String toString() {
        return lines(callers);
    }

    private static CallSite of(Stream<StackFrame> stack) {
        Walk walk = new Walk();
        for (Iterator<StackFrame> rest = stack.iterator(); rest.hasNext() && walk.callers.size() < CALLERS; ) {
            walk.goTo(rest.next());
        }
        return new CallSite(walk.called, List.copyOf(walk.callers));
    }

    /** On the way from this class up the stack. Of the elements only those are made that are kept, for that is dear. */
    private static final class Walk {
        private final List<StackTraceElement> callers = new ArrayList<>(CALLERS);
        private String called = "";

        /** Whether what was called is a woven method, by its stub. */
        private boolean isStubKnown;

        private boolean isStubNext;

        void goTo(StackFrame frame) {
            String type = frame.getClassName();
            if (isStubNext) {
                called = type + '.' + frame.getMethodName();
                isStubKnown = true;
                isStubNext = false;
            } else if (Machinery.isFrameClass(type)) {
                isStubNext = isCallee() && frame.getMethodName().equals("<init>");
            } else if (!Machinery.isRuntime(type) && !isLibraryCalled(type)) {
                callers.add(Machinery.asWritten(frame.toStackTraceElement()));
            } else if (isCallee()) {
                called = type.substring(type.lastIndexOf('.') + 1) + '.' + frame.getMethodName();
            }
        }

        /** Whether what comes may still be what was called. */
        private boolean isCallee() {
            return callers.isEmpty() && !isStubKnown;
        }

        private boolean isLibraryCalled(String type) {
            return callers.isEmpty() && LIBRARY.matcher(type).matches();
        }
    }
}
