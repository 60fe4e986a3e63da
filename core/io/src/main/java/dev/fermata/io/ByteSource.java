package dev.fermata.io;

import dev.fermata.Coroutine;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Where bytes come from: tried first, and only if there is nothing, waited for. So nobody holds a buffer while it waits, and
 * what has been read cannot be lost by a cancellation. Confined to one loop; one task reads at a time.
 *
 * <pre>{@code
 * int count;
 * while ((count = source.read(buffer)) == 0) {
 *     await(source.readable());
 * }
 * }</pre>
 */
public interface ByteSource {
    /**
     * Reads what is there, without waiting.
     *
     * @param target takes the bytes, has room for one at least
     * @return how many; 0 if there is nothing at the moment; -1 at the end
     * @throws IOException if there will be nothing more for another reason than the end
     */
    int read(ByteBuffer target) throws IOException;

    /**
     * Waits until {@link #read} may give something else than 0. It may come too early: try, and wait again.
     *
     * @return gives null
     */
    Coroutine<Void> readable();
}
