package dev.fermata.transformer;

import java.util.List;
import java.util.SortedMap;

/** What came of weaving one class. */
public sealed interface WeaveResult {
    /**
     * The class is to stay as it is: nothing in it is suspendable, or it has been woven before.
     *
     * @param warnings what the user should know all the same
     */
    record Untouched(List<Diagnostic> warnings) implements WeaveResult {
        /** One without warnings. */
        public Untouched() {
            this(List.of());
        }
    }

    /**
     * The class has been woven.
     *
     * @param name the host's internal name
     * @param host the host's new bytes
     * @param frames the frame classes by internal name; they must be defined or written before the host
     * @param warnings what the user should know all the same
     */
    record Success(String name, byte[] host, SortedMap<String, byte[]> frames, List<Diagnostic> warnings)
            implements WeaveResult {}

    /**
     * The class cannot be woven.
     *
     * @param errors everything found, errors and warnings, in the order of the code
     * @param poisoned the class with its suspendable methods replaced by ones that throw the messages, for the agent; null
     *     if the bytes could not be read or have no room for a message
     */
    record Refused(List<Diagnostic> errors, byte[] poisoned) implements WeaveResult {}
}
