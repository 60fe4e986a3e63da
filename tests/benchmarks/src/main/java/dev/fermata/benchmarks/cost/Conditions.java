package dev.fermata.benchmarks.cost;

/** Where a measurement was made. */
final class Conditions {
    private Conditions() {}

    static String text() {
        return "JDK " + System.getProperty("java.runtime.version") + ", " + System.getProperty("os.name") + ", "
                + Runtime.getRuntime().availableProcessors() + " CPUs.\n";
    }
}
