package dev.fermata.tests.stress.corpus;

/** Has the JVM link a class, which is when it verifies it (JVMS 5.4.1), without initialising it. */
final class Linking {
    private Linking() {}

    /**
     * Links a class.
     *
     * @param name its binary name
     * @param loader null for the boot loader
     * @return what the JVM has against it, null if nothing
     */
    static LinkageError problemOf(String name, ClassLoader loader) {
        try {
            // Reflection links a class before it lists its members.
            Class.forName(name, false, loader).getDeclaredMethods();
            return null;
        } catch (LinkageError e) {
            return e;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } catch (TypeNotPresentException e) {
            return new LinkageError("a type is missing", e);
        }
    }
}
