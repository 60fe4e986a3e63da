package dev.fermata.tests.http;

import dev.fermata.Coroutine;

/** Bytes that are there. */
final class FixedBody extends Body {
    private static final byte[] NOTHING = {};

    private final byte[] bytes;
    private boolean isRead;

    FixedBody(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Not a copy. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public long length() {
        return bytes.length;
    }

    @Override
    public Coroutine<byte[]> read() {
        byte[] given = isRead ? NOTHING : bytes;
        isRead = true;
        return Coroutine.of(given);
    }

    @Override
    public Coroutine<Void> discard() {
        return Coroutine.of(null);
    }
}
