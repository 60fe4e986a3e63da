package dev.fermata.tests.http.codec;

import io.netty.buffer.ByteBuf;
import java.util.List;

/** A decoder of Netty's without a channel. */
interface Decoding {
    /**
     * Decodes a step: at most one part of a message is put into the list.
     *
     * @param bytes what is there; what has been decoded is read from it
     */
    void step(ByteBuf bytes, List<Object> found);

    /** Decodes what the end of the stream ends. */
    void end(ByteBuf bytes, List<Object> found);
}
