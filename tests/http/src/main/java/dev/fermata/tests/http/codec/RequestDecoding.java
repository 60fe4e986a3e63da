package dev.fermata.tests.http.codec;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpRequestDecoder;
import java.util.List;

/** Netty's decoder of requests. Its context is null: it is never looked at. */
final class RequestDecoding extends HttpRequestDecoder implements Decoding {
    RequestDecoding(HttpDecoderConfig config) {
        super(config);
    }

    @Override
    public void step(ByteBuf bytes, List<Object> found) {
        try {
            decode(null, bytes, found);
        } catch (Exception e) { // it makes messages of its failures
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void end(ByteBuf bytes, List<Object> found) {
        try {
            decodeLast(null, bytes, found);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever sends both wants two servers to disagree about where the request ends (RFC 9112, section 6.1). */
    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
