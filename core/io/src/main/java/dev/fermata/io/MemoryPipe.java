package dev.fermata.io;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.internal.Bytes;
import dev.fermata.sync.Event;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One direction within this JVM: holds so much and no more, as a socket does. */
final class MemoryPipe implements ByteSource, ByteSink {
    private final ByteBuffer bytes;

    /** Something has been written, or the pipe is over. */
    private final Event filled = new Event();

    /** Something has been read, or the pipe is over. */
    private final Event emptied = new Event();

    private boolean isEnded;
    private boolean isReaderGone;

    MemoryPipe(int capacity) {
        bytes = ByteBuffer.allocate(capacity);
    }

    @Override
    public int read(ByteBuffer target) {
        if (bytes.position() == 0) {
            return isEnded ? -1 : 0;
        }
        bytes.flip();
        int count = Bytes.move(bytes, target);
        bytes.compact();
        emptied.pulse();
        return count;
    }

    @Override
    @Suspendable
    public Coroutine<Void> readable() {
        if (bytes.position() == 0 && !isEnded) {
            await(filled.await());
        }
        return null;
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        if (isReaderGone) {
            throw new IOException("the other end of the pipe has been closed");
        }
        if (isEnded) {
            throw new IOException("the pipe has been ended");
        }
        int count = Bytes.move(source, bytes);
        if (count > 0) {
            filled.pulse();
        }
        return count;
    }

    @Override
    @Suspendable
    public Coroutine<Void> writable() {
        if (!bytes.hasRemaining() && !isEnded) {
            await(emptied.await());
        }
        return null;
    }

    @Override
    public void end() {
        isEnded = true;
        filled.pulse();
        emptied.pulse(); // whoever waits to write is told when it tries
    }

    /** The reader has closed its end: what is left is read by nobody. */
    void readerGone() {
        isReaderGone = true;
        isEnded = true;
        bytes.clear();
        emptied.pulse();
        filled.pulse();
    }
}
