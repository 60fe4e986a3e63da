package dev.fermata.inspect;

/** The loops of this JVM for JMX. */
public interface LoopsMXBean {
    /**
     * How many loops there are. Asking takes none of their time.
     *
     * @return those that are not closed
     */
    int getLoopCount();

    /**
     * How many tasks they have. Asking takes none of their time.
     *
     * @return those that have not ended
     */
    int getTaskCount();

    /**
     * The tasks as a list.
     *
     * @return as {@link Inspection#text}
     */
    String ps();

    /**
     * The tasks as trees.
     *
     * @return as {@link Inspection#tree}
     */
    String tree();

    /**
     * The tasks for programs.
     *
     * @return as {@link Inspection#json}
     */
    String json();
}
