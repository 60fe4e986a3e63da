package dev.fermata.frame;

/** An interface can hold no field that is not public. */
final class InstalledHooks {
    static final ThreadLocal<AsyncGeneratorHooks> OF_THREAD = new ThreadLocal<>();

    private InstalledHooks() {}
}
