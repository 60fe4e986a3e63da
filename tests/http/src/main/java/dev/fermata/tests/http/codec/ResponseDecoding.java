package dev.fermata.tests.http.codec;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Netty's decoder of responses. Its context is null: it is never looked at. */
final class ResponseDecoding extends HttpResponseDecoder implements Decoding {
    private final BooleanSupplier isOfHead;

    /**
     * Makes a decoder.
     *
     * @param isOfHead whether the request was HEAD, so that there is no body whatever the headers say
     */
    ResponseDecoding(HttpDecoderConfig config, BooleanSupplier isOfHead) {
        super(config);
        this.isOfHead = isOfHead;
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

    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage message) {
        return isOfHead.getAsBoolean() || super.isContentAlwaysEmpty(message);
    }

    @Override
    protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
        throw new IllegalArgumentException("both Content-Length and Transfer-Encoding");
    }
}
