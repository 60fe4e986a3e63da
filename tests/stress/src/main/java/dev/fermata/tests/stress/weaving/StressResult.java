package dev.fermata.tests.stress.weaving;

import java.util.List;
import java.util.SortedMap;

/**
 * What came of stress-weaving one class. Methods are named {@code name + " " + descriptor}.
 *
 * @param classes the host and its frame classes, by internal name
 * @param woven the methods that are coroutines now
 * @param leftAlone the methods with code that are not, and why
 * @param suspensionPoints how many places they can be suspended at
 */
public record StressResult(
        SortedMap<String, byte[]> classes,
        List<String> woven,
        SortedMap<String, LeftAlone> leftAlone,
        int suspensionPoints) {

    /**
     * Why a method has not been woven.
     *
     * @param reason the kind of reason
     * @param detail what else there is to say, may be empty
     */
    public record LeftAlone(Reason reason, String detail) {}

    /** The kinds of reasons. */
    public enum Reason {
        /** Nothing can suspend a constructor: the object is not there yet. */
        CONSTRUCTOR("constructors", false, false),
        /** Nothing can suspend the initialiser of a class: other threads wait for it. */
        INITIALISER("static initialisers", false, false),
        /** The woven method would not fit into a class file. */
        TOO_LARGE("methods too large once woven", true, false),
        /** The transformer knows that it cannot weave such code. */
        UNSUPPORTED("bytecode of an unsupported shape", true, false),
        /** The transformer, or ASM, failed. */
        FAULT("faults of the transformer", true, true);

        private final String text;
        private final boolean weavable;
        private final boolean failure;

        Reason(String text, boolean weavable, boolean failure) {
            this.text = text;
            this.weavable = weavable;
            this.failure = failure;
        }

        /**
         * Whether the method counts among those that ought to be woven.
         *
         * @return false for constructors and initialisers
         */
        public boolean isWeavable() {
            return weavable;
        }

        /**
         * Whether something is broken.
         *
         * @return true if a bug has shown
         */
        public boolean isFailure() {
            return failure;
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
