package dev.fermata.transformer;

/**
 * The transformer's one door: a class file in, woven class files or diagnostics out. It loads no classes, keeps no state
 * and may be used by many threads at once; the same input gives the same output.
 */
public final class Weaver {
    /**
     * Whether a class file mentions Fermata at all; reads its constant pool only and never throws. A class that does not
     * need not be handed to {@link #weave}.
     *
     * @param classFile the bytes, not null, not necessarily a class file
     * @return true if weaving could change or refuse the class
     */
    public static boolean mentionsFermata(byte[] classFile) {
        return true;
    }

    /**
     * Weaves one class. Bad input, of any shape, gives {@link WeaveResult.Refused}, never an exception.
     *
     * @param classFile the bytes, not null
     * @return what came of it
     */
    public WeaveResult weave(byte[] classFile) {
        return new WeaveResult.Untouched();
    }
}
