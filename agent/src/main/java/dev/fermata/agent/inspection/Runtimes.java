package dev.fermata.agent.inspection;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;

/**
 * The copies of Fermata's runtime that a JVM has loaded, each by a class loader of its own. Reached by reflection, because
 * the agent sees only one of them, or none.
 */
final class Runtimes {
    private static final String INSPECTION = "dev.fermata.inspect.Inspection";

    /** Of these, one is loaded wherever something may be running; {@code Inspection} itself is loaded only when asked. */
    private static final List<String> SIGNS = List.of("dev.fermata.loop.EventLoop", "dev.fermata.frame.Frame");

    private final List<ClassLoader> loaders = new ArrayList<>();

    private Runtimes() {}

    static Runtimes in(Instrumentation instrumentation) {
        Runtimes runtimes = new Runtimes();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (SIGNS.contains(loaded.getName()) && !runtimes.loaders.contains(loaded.getClassLoader())) {
                runtimes.loaders.add(loaded.getClassLoader());
            }
        }
        return runtimes;
    }

    /** What the runtimes say, one after the other; ends with a line break. */
    String show(View view) {
        if (loaders.isEmpty()) {
            return none();
        }
        StringBuilder text = new StringBuilder();
        for (ClassLoader loader : loaders) {
            if (loaders.size() > 1 && view != View.JSON) {
                text.append(text.length() == 0 ? "" : "\n")
                        .append("runtime in ")
                        .append(nameOf(loader))
                        .append(":\n");
            }
            text.append(call(loader, view.method()));
            endLine(text);
        }
        return text.toString();
    }

    /** Has each runtime register its MBean; gives what is to be said about it, which is nothing if all is well. */
    String registerMBeans() {
        if (loaders.isEmpty()) {
            return none();
        }
        StringBuilder trouble = new StringBuilder();
        for (ClassLoader loader : loaders) {
            String answer = call(loader, "registerMBean");
            if (answer.startsWith(Answer.ERROR)) {
                trouble.append(answer);
            }
        }
        return trouble.toString();
    }

    private static String none() {
        return Answer.ERROR + "no Fermata runtime is loaded in this JVM: nothing woven has run yet\n";
    }

    private static String call(ClassLoader loader, String method) {
        try {
            Object answer =
                    Class.forName(INSPECTION, true, loader).getMethod(method).invoke(null);
            return String.valueOf(answer);
        } catch (InvocationTargetException failed) {
            return error(loader, failed.getCause().toString());
        } catch (ClassNotFoundException | NoSuchMethodException older) {
            return error(loader, "it is of a version that cannot be inspected (" + older + ")");
        } catch (IllegalAccessException | LinkageError odd) {
            return error(loader, odd.toString());
        }
    }

    private static String error(ClassLoader loader, String reason) {
        return Answer.ERROR + "the runtime in " + nameOf(loader) + " does not answer: " + reason + "\n";
    }

    private static String nameOf(ClassLoader loader) {
        if (loader == null) {
            return "the boot class loader";
        }
        String name = loader.getName() == null ? "" : "'" + loader.getName() + "' ";
        return "class loader " + name + loader.getClass().getName() + "@"
                + Integer.toHexString(System.identityHashCode(loader));
    }

    private static void endLine(StringBuilder text) {
        if (text.length() == 0 || text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
