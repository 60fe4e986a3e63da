package dev.fermata.frame;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What weaving and the runtime add to a thread's stack. Without it a stack trace reads as if awaiting blocked the thread: the
 * frame classes and the loop are left out, and a body is called what its method is called.
 */
final class Machinery {
    private static final String PREFIX = "dev.fermata.";

    /** Below {@code dev.fermata}: packages of which nobody but the runtime is called. */
    private static final Set<String> PACKAGES = Set.of("", "frame", "loop", "internal");

    /** As the transformer names frame classes. */
    private static final Pattern FRAME_CLASS = Pattern.compile(".+\\$\\$.+\\$\\d+\\$[0-9a-f]{8}");

    /** As it names bodies; what is woven of a lambda keeps the lambda's name. */
    private static final Pattern BODY = Pattern.compile("(?:(lambda\\$.+\\$\\d+)|lambda\\$(.+))\\$co\\d+_*");

    private static final Set<String> BUILT_IN_LOADERS = Set.of("app", "platform");

    private Machinery() {}

    /** The elements without those of the machinery, but for the ones on top: they have thrown. */
    static List<StackTraceElement> hideBelowTop(StackTraceElement[] trace) {
        List<StackTraceElement> all = List.of(trace);
        int top = countOnTop(trace);
        List<StackTraceElement> shown = new ArrayList<>(all.subList(0, top));
        shown.addAll(hide(all.subList(top, trace.length)));
        return shown;
    }

    /** The elements without those of the machinery. */
    static List<StackTraceElement> hide(List<StackTraceElement> trace) {
        List<StackTraceElement> shown = new ArrayList<>(trace.size());
        boolean isStubNext = false;
        for (StackTraceElement element : trace) {
            if (isRuntime(element)) {
                isStubNext |= startsFuture(element);
            } else if (isStubNext) {
                isStubNext = false;
            } else if (!isFrameClass(element)) {
                shown.add(asWritten(element));
            }
        }
        return shown;
    }

    /** How many elements from the top are the runtime's. */
    static int countOnTop(StackTraceElement[] trace) {
        int top = 0;
        while (top < trace.length && isRuntime(trace[top])) {
            top++;
        }
        return top;
    }

    /** Whether anything of the machinery is on the stack. */
    static boolean isIn(StackTraceElement[] trace) {
        for (StackTraceElement element : trace) {
            if (isRuntime(element) || isBody(element.getMethodName())) {
                return true;
            }
        }
        return false;
    }

    /** The loader and module are shown as for elements that the JVM makes. */
    static StackTraceElement element(Class<?> type, String className, String method, String file, int line) {
        ClassLoader loader = type.getClassLoader();
        Module module = type.getModule();
        return new StackTraceElement(
                loader == null ? null : shownLoader(loader.getName()),
                module.getName(),
                null,
                className,
                method,
                file,
                line);
    }

    /** An element of a body, under the name of the method. */
    static StackTraceElement asWritten(StackTraceElement element) {
        if (!isBody(element.getMethodName())) {
            return element;
        }
        Matcher body = BODY.matcher(element.getMethodName());
        if (!body.matches()) {
            return element;
        }
        return brief(element, body.group(1) != null ? body.group(1) : body.group(2));
    }

    /** As the JVM shows elements below an exception, but not those of another thread: without the names of its own loaders. */
    static StackTraceElement brief(StackTraceElement element) {
        return brief(element, element.getMethodName());
    }

    private static StackTraceElement brief(StackTraceElement element, String method) {
        return new StackTraceElement(
                shownLoader(element.getClassLoaderName()),
                element.getModuleName(),
                null,
                element.getClassName(),
                method,
                element.getFileName(),
                element.getLineNumber());
    }

    /** A name that stack traces show, or null. */
    private static String shownLoader(String name) {
        return name == null || BUILT_IN_LOADERS.contains(name) ? null : name;
    }

    /** Below it is the stub of a method whose coroutine starts at once; the stub bears the name of the body. */
    private static boolean startsFuture(StackTraceElement element) {
        return element.getClassName().equals("dev.fermata.loop.Futures")
                && element.getMethodName().equals("start");
    }

    /** Whether all that is above has been run by a loop. */
    static boolean runsLoop(StackTraceElement element) {
        return element.getClassName().equals("dev.fermata.loop.EventLoop")
                && (element.getMethodName().equals("runForever")
                        || element.getMethodName().equals("hostedTurn"));
    }

    private static boolean isRuntime(StackTraceElement element) {
        return isRuntime(element.getClassName());
    }

    /** Whether a class is the runtime's. */
    static boolean isRuntime(String name) {
        if (!name.startsWith(PREFIX)) {
            return false;
        }
        int end = name.lastIndexOf('.');
        return PACKAGES.contains(end < PREFIX.length() ? "" : name.substring(PREFIX.length(), end));
    }

    private static boolean isFrameClass(StackTraceElement element) {
        return isFrameClass(element.getClassName());
    }

    /** Whether weaving has made a class. */
    static boolean isFrameClass(String name) {
        return name.contains("$$") && FRAME_CLASS.matcher(name).matches();
    }

    private static boolean isBody(String method) {
        return method.startsWith("lambda$") && method.contains("$co");
    }
}
