package dev.fermata.io;

import dev.fermata.Coroutine;
import java.io.IOException;
import java.nio.ByteBuffer;

/** One end of a connection within this JVM. */
final class MemoryTransport implements Transport {
    private final String name;
    private final MemoryPipe input;
    private final MemoryPipe output;

    private MemoryTransport(String name, MemoryPipe input, MemoryPipe output) {
        this.name = name;
        this.input = input;
        this.output = output;
    }

    /** Both ends; each direction holds so many bytes. */
    static MemoryTransport[] pair(int capacity) {
        MemoryPipe there = new MemoryPipe(capacity);
        MemoryPipe back = new MemoryPipe(capacity);
        return new MemoryTransport[] {
            new MemoryTransport("first end in memory", back, there),
            new MemoryTransport("second end in memory", there, back)
        };
    }

    @Override
    public int read(ByteBuffer target) {
        return input.read(target);
    }

    @Override
    public Coroutine<Void> readable() {
        return input.readable();
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return output.write(source);
    }

    @Override
    public Coroutine<Void> writable() {
        return output.writable();
    }

    @Override
    public void end() {
        output.end();
    }

    @Override
    public void close() {
        output.end();
        input.readerGone();
    }

    @Override
    public String toString() {
        return name;
    }
}
