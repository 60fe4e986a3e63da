package dev.fermata.io.tls;

import dev.fermata.Coroutine;
import dev.fermata.io.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Lets only some bytes pass at a time, and looks at what is written. */
final class Passage implements Transport {
    private static final int HEAD = 5;

    private final Transport below;
    private final int most;
    private final List<Integer> written = new ArrayList<>();
    private final byte[] head = new byte[HEAD];
    private int inHead;
    private int toSkip;
    private int usesLeft;
    private Runnable onUse;

    /** How often {@link #write} was called. */
    int writes;

    Passage(Transport below, int most) {
        this.below = below;
        this.most = most;
    }

    /** Has something done the so manieth time that this is asked for anything. */
    void onUse(int number, Runnable action) {
        usesLeft = number;
        onUse = action;
    }

    private void used() {
        if (--usesLeft == 0) {
            onUse.run();
        }
    }

    /** The lengths of the records that were written, without their heads. */
    List<Integer> written() {
        return written;
    }

    private void look(byte b) {
        if (toSkip > 0) {
            toSkip--;
            return;
        }
        head[inHead++] = b;
        if (inHead == HEAD) {
            toSkip = (head[3] & 0xff) << 8 | head[4] & 0xff;
            written.add(toSkip);
            inHead = 0;
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        used();
        int limit = target.limit();
        try {
            return below.read(target.limit(Math.min(limit, target.position() + most)));
        } finally {
            target.limit(limit);
        }
    }

    @Override
    public Coroutine<Void> readable() {
        used();
        return below.readable();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        used();
        writes++;
        int start = source.position();
        int limit = source.limit();
        try {
            return below.write(source.limit(Math.min(limit, start + most)));
        } finally {
            source.limit(limit);
            for (int i = start; i < source.position(); i++) {
                look(source.get(i));
            }
        }
    }

    @Override
    public Coroutine<Void> writable() {
        used();
        return below.writable();
    }

    @Override
    public void end() throws IOException {
        below.end();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }

    @Override
    public String toString() {
        return below.toString();
    }
}
