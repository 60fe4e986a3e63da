package dev.fermata.io;

import dev.fermata.Coroutine;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Where bytes go: tried first, and only if nothing is taken, waited for. Confined to one loop; one task waits at a time. */
public interface ByteSink {
    /**
     * Takes what it can, without waiting.
     *
     * @param source the bytes; those that are taken are read from it
     * @return how many; 0 if it takes nothing at the moment
     * @throws IOException if it will take nothing any more
     */
    int write(ByteBuffer source) throws IOException;

    /**
     * Waits until {@link #write} or {@link #flush} may get further. It may come too early: try, and wait again.
     *
     * @return gives null
     */
    Coroutine<Void> writable();

    /**
     * Sends on what it has taken and holds itself, as encryption does, without waiting.
     *
     * @return false if something is left, for which {@link #writable} is to be awaited
     * @throws IOException if it cannot be sent any more
     */
    default boolean flush() throws IOException {
        return true;
    }

    /**
     * Says that nothing more will be written: the other side reads its end. Needs a {@link #flush} afterwards.
     *
     * @throws IOException if it cannot
     */
    void end() throws IOException;

    /**
     * Whether {@link #end} leaves the other direction open.
     *
     * @return false if it ends both
     */
    default boolean canEndAlone() {
        return true;
    }

    /**
     * Whether the other side takes it for a failure if this is closed without an {@link #end}.
     *
     * @return true where the end is a message of its own, as in TLS
     */
    default boolean needsEnd() {
        return false;
    }
}
