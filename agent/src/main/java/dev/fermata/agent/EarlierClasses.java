package dev.fermata.agent;

import dev.fermata.transformer.ClassScan;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.WeakHashMap;

/**
 * The classes that were loaded before the agent. They stay as they are: a retransformation may not add methods (JVMTI,
 * RetransformClasses), and one that tries fails for all agents.
 */
final class EarlierClasses {
    private final Set<Class<?>> classes =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<Class<?>, Boolean>()));

    private EarlierClasses() {}

    /** Notes what is loaded now. */
    static EarlierClasses of(Instrumentation instrumentation, ClassFilter filter) {
        EarlierClasses earlier = new EarlierClasses();
        for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
            if (loaded.getClassLoader() != null
                    && instrumentation.isModifiableClass(loaded)
                    && filter.admits(loaded.getName().replace('.', '/'))) {
                earlier.classes.add(loaded);
            }
        }
        return earlier;
    }

    boolean contains(Class<?> loaded) {
        return classes.contains(loaded);
    }

    /** Names the classes that come too late to be woven. Their own loaders tell their bytes: nothing is being loaded now. */
    void warn(Console console, boolean attached) {
        if (classes.isEmpty() && !attached) {
            return;
        }
        Set<String> names = new TreeSet<>();
        for (Class<?> candidate : snapshot()) {
            if (wouldBeWoven(candidate)) {
                names.add(candidate.getName());
            }
        }
        if (attached || !names.isEmpty()) {
            console.say(warning(names));
        }
    }

    private List<Class<?>> snapshot() {
        synchronized (classes) {
            return new ArrayList<>(classes);
        }
    }

    private static String warning(Set<String> names) {
        StringBuilder text =
                new StringBuilder("the agent came after some classes had been loaded, and can weave only those"
                        + " loaded from now on. ");
        if (names.isEmpty()) {
            text.append("None of the others is known to need it.");
        } else {
            text.append("The suspendable methods of these will not work:");
            for (String name : names) {
                text.append("\n  ").append(name);
            }
        }
        return text.append("\nStart the JVM with -javaagent:fermata-agent.jar, or weave in the build with"
                        + " fermata-maven-plugin.")
                .toString();
    }

    private static boolean wouldBeWoven(Class<?> candidate) {
        String resource = candidate.getName().replace('.', '/') + ".class";
        try (InputStream in = candidate.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                return false; // made at run time
            }
            byte[] classFile = in.readAllBytes();
            return ClassScan.mentionsFermata(classFile)
                    && !(new Weaver().weave(classFile) instanceof WeaveResult.Untouched);
        } catch (IOException | RuntimeException unreadable) {
            return false; // a warning is not worth more trouble
        }
    }
}
