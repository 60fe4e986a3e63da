package dev.fermata.io;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.internal.Bytes;
import dev.fermata.loop.Confinement;
import dev.fermata.sync.Event;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Objects;
import java.util.Queue;

/**
 * A source that is fed by hand: for callbacks that bring bytes, and for tests ({@code feed_data} of asyncio's {@code
 * StreamReader}). It takes any amount. Confined to one loop.
 *
 * <pre>{@code
 * ByteFeed feed = new ByteFeed();
 * StreamReader reader = new StreamReader(feed);
 * feed.feed("one\n".getBytes(UTF_8));
 * feed.end();
 * }</pre>
 */
public final class ByteFeed implements ByteSource {
    private final Queue<ByteBuffer> fed = new ArrayDeque<>();
    private final Event changed = new Event();
    private boolean isEnded;
    private RuntimeException failure;

    /** Makes a source that has nothing yet. */
    public ByteFeed() {}

    /**
     * Brings bytes.
     *
     * @param bytes what is to be read after what was fed before, not null; not to be changed afterwards
     * @throws IllegalStateException after {@link #end}
     */
    public void feed(byte[] bytes) {
        Confinement.check(this, "ByteFeed.feed");
        if (isEnded) {
            throw new IllegalStateException("the feed has been ended");
        }
        if (bytes.length > 0) {
            fed.add(ByteBuffer.wrap(bytes));
            changed.pulse();
        }
    }

    /** Says that nothing more comes. */
    public void end() {
        Confinement.check(this, "ByteFeed.end");
        isEnded = true;
        changed.pulse();
    }

    /**
     * Says that it has failed ({@code set_exception}): who reads, now and later, is thrown this instead of what was fed and has
     * not been read.
     *
     * @param error what to throw, not null
     */
    public void fail(RuntimeException error) {
        Confinement.check(this, "ByteFeed.fail");
        failure = Objects.requireNonNull(error, "error");
        changed.pulse();
    }

    @Override
    public int read(ByteBuffer target) {
        if (failure != null) {
            throw failure;
        }
        int room = target.remaining();
        while (!fed.isEmpty() && target.hasRemaining()) {
            ByteBuffer first = fed.element();
            Bytes.move(first, target);
            if (!first.hasRemaining()) {
                fed.remove();
            }
        }
        int count = room - target.remaining();
        return count == 0 && isEnded ? -1 : count;
    }

    @Override
    @Suspendable
    public Coroutine<Void> readable() {
        if (fed.isEmpty() && !isEnded && failure == null) {
            await(changed.await());
        }
        return null;
    }

    @Override
    public String toString() {
        return "feed";
    }
}
