package dev.fermata.frame;

/**
 * Tells an event loop of the asynchronous generators that are used on it, so that it can close those that are left
 * suspended (Python's {@code sys.set_asyncgen_hooks}). A loop installs it on its thread while it runs.
 *
 * <p>To notice that a generator has been dropped, keep a weak reference to it, and its {@link AsyncGeneratorHandle#twin}
 * to close it by.
 */
@FunctionalInterface
public interface AsyncGeneratorHooks {
    /**
     * Told once of each generator, when it is first asked for anything.
     *
     * @param generator the handle by which it is used
     */
    void firstIteration(AsyncGeneratorHandle generator);

    /**
     * Installs hooks on this thread.
     *
     * @param hooks the new ones; null for none
     * @return those that were installed before, to be installed again afterwards; null if there were none
     */
    static AsyncGeneratorHooks install(AsyncGeneratorHooks hooks) {
        AsyncGeneratorHooks former = InstalledHooks.OF_THREAD.get();
        if (hooks == null) {
            InstalledHooks.OF_THREAD.remove();
        } else {
            InstalledHooks.OF_THREAD.set(hooks);
        }
        return former;
    }

    /**
     * What is installed on this thread.
     *
     * @return the hooks; null if there are none
     */
    static AsyncGeneratorHooks installed() {
        return InstalledHooks.OF_THREAD.get();
    }
}
