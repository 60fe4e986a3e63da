package dev.fermata.benchmarks.startup;

/** How the program is started. */
enum Variant {
    PLAIN("no agent"),
    IDLE("an agent that does nothing"),
    FERMATA("the Fermata agent"),
    FERMATA_EXPECTED("the Fermata agent, and its runtime on the class path"),
    JACOCO("the JaCoCo agent");

    private final String title;

    Variant(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
