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
        return Machinery.hide(List.of(stack));
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
        String called = "";
        boolean isCallee = true; // whether all that was seen yet has been called, and not the caller
        boolean isStubKnown = false;
        boolean isStubNext = false;
        List<StackTraceElement> callers = new ArrayList<>(CALLERS);
        for (Iterator<StackFrame> rest = stack.iterator(); rest.hasNext() && callers.size() < CALLERS; ) {
            StackTraceElement element = rest.next().toStackTraceElement();
            String type = element.getClassName();
            if (isStubNext) {
                called = type + '.' + element.getMethodName();
                isStubKnown = true;
                isStubNext = false;
            } else if (Machinery.isFrameClass(element)) {
                isStubNext = isCallee && !isStubKnown && element.getMethodName().equals("<init>");
            } else if (Machinery.isRuntime(element)
                    || isCallee && LIBRARY.matcher(type).matches()) {
                if (isCallee && !isStubKnown) {
                    called = type.substring(type.lastIndexOf('.') + 1) + '.' + element.getMethodName();
                }
            } else {
                isCallee = false;
                callers.add(Machinery.asWritten(element));
            }
        }
        return new CallSite(called, List.copyOf(callers));
    }
}
