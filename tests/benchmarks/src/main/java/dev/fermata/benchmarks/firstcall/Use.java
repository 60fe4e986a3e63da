package dev.fermata.benchmarks.firstcall;

/** What is done first, and in which way. */
enum Use {
    HAND_WRITTEN_ITEM("FirstYield", "handWritten", Weaving.NONE),
    PLUGIN_ITEM("FirstYield", "fermataPlugin", Weaving.IN_THE_BUILD),
    AGENT_ITEM("FirstYield", "fermataAgent", Weaving.BY_THE_AGENT),
    KOTLIN_ITEM("FirstYield", "kotlin", Weaving.NONE),
    HAND_WRITTEN_RESULT("FirstAwait", "handWritten", Weaving.NONE),
    PLUGIN_RESULT("FirstAwait", "fermataPlugin", Weaving.IN_THE_BUILD),
    AGENT_RESULT("FirstAwait", "fermataAgent", Weaving.BY_THE_AGENT),
    KOTLIN_RESULT("FirstAwait", "kotlin", Weaving.NONE);

    /** When classes are woven. */
    enum Weaving {
        NONE,
        IN_THE_BUILD,
        BY_THE_AGENT
    }

    private final String work;
    private final String variant;
    private final Weaving weaving;

    Use(String work, String variant, Weaving weaving) {
        this.work = work;
        this.variant = variant;
        this.weaving = weaving;
    }

    String work() {
        return work;
    }

    String variant() {
        return variant;
    }

    boolean isByTheAgent() {
        return weaving == Weaving.BY_THE_AGENT;
    }

    /** What {@link FirstUse} calls it, which cannot tell who has woven. */
    String argument() {
        return weaving == Weaving.NONE ? name() : "FERMATA" + name().substring(name().indexOf('_'));
    }
}
