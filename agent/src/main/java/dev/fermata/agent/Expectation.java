package dev.fermata.agent;

/**
 * Whether to load what weaving needs at the start of the JVM, or with the first class to be woven. It is several times
 * the rest of the agent, and most JVMs that get an agent by an environment variable never weave.
 */
final class Expectation {
    private static final String RUNTIME_CLASS = "dev.fermata.Suspendable";

    private Expectation() {}

    /**
     * True if the class path or module path has Fermata's runtime, so that weaving is to be expected; else only loaders to
     * come can bring it. Also true if the system class loader lets in one thread at a time: the thread that loads the agent's
     * classes would wait for one that loads a class to be woven and waits for the agent.
     */
    static boolean weavingIsNear() {
        return !ClassLoader.getSystemClassLoader().isRegisteredAsParallelCapable() || runtimeIsThere();
    }

    /** Asked by loading an annotation, because looking for a file would open the image of the JDK first. */
    private static boolean runtimeIsThere() {
        try {
            Class.forName(RUNTIME_CLASS, false, ClassLoader.getSystemClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError notThere) {
            return false;
        }
    }
}
