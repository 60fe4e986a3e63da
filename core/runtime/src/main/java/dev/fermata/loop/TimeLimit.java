package dev.fermata.loop;

import java.util.OptionalLong;

/**
 * Something that a task keeps among the variables of its methods as long as it will end what the task waits for when time is
 * up, such as a timeout. Who looks at a loop learns from it that the task is not stuck for ever.
 */
public interface TimeLimit {
    /**
     * When time is up.
     *
     * @return nanoseconds on the clock of {@link EventLoop#time}; empty if it ends nothing, or no more
     */
    OptionalLong endsWaitAt();
}
