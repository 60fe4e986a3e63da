package dev.fermata.tests.http.codec;

import io.netty.handler.codec.http.HttpMessage;

/** What a message consists of, in the order of their coming. */
public sealed interface Part {
    /**
     * The first line and the headers.
     *
     * @param message an {@link io.netty.handler.codec.http.HttpRequest} or {@link io.netty.handler.codec.http.HttpResponse},
     *     which holds no buffer
     */
    record Head(HttpMessage message) implements Part {}

    /**
     * Bytes of the body.
     *
     * @param bytes one at least
     */
    record Piece(byte[] bytes) implements Part {}

    /** Parts that say only that they are there. */
    enum Signal implements Part {
        /** Some of a head has come, and not all of it. Does not come if it arrives whole. */
        BEGUN,
        /** The message is complete. */
        END
    }
}
