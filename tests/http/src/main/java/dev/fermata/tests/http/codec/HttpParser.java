package dev.fermata.tests.http.codec;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderResultProvider;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Parsers of HTTP/1.1 that keep to the agreement of {@link dev.fermata.io.protocol}. */
public final class HttpParser {
    private static final int FIRST_STORE = 256;
    private static final int MOST_KEPT = 64 * 1024;

    private final Decoding decoding;

    /** What has come and not been decoded, mostly nothing. */
    private ByteBuf store = Unpooled.buffer(FIRST_STORE);

    private final List<Object> found = new ArrayList<>(4);

    /** What has been found and not been yielded begins here. */
    private int next;

    private boolean isInBody;

    /** Some of a head has come. */
    private boolean hasBegun;

    private boolean isBeginSaid;

    private HttpParser(Decoding decoding) {
        this.decoding = decoding;
    }

    /**
     * A parser of requests.
     *
     * @param maxLine how long the first line may be, in bytes
     * @param maxHead how long all headers together may be, in bytes
     * @return yields the parts of requests
     * @throws IOException {@link HttpSyntaxException} if there is something else, and {@link EOFException} if the end comes
     *     within a request
     */
    public static Generator<Part, ByteBuffer, Void> requests(int maxLine, int maxHead) throws IOException {
        return new HttpParser(new RequestDecoding(config(maxLine, maxHead))).parts();
    }

    /**
     * A parser of responses.
     *
     * @param maxLine how long the first line may be, in bytes
     * @param maxHead how long all headers together may be, in bytes
     * @param isOfHead asked when a head has come: whether it answers a HEAD, so that there is no body
     * @return yields the parts of responses
     * @throws IOException {@link HttpSyntaxException} if there is something else, and {@link EOFException} if the end comes
     *     within a response
     */
    public static Generator<Part, ByteBuffer, Void> responses(int maxLine, int maxHead, BooleanSupplier isOfHead)
            throws IOException {
        return new HttpParser(new ResponseDecoding(config(maxLine, maxHead), isOfHead)).parts();
    }

    private static HttpDecoderConfig config(int maxLine, int maxHead) {
        return new HttpDecoderConfig()
                .setMaxInitialLineLength(maxLine)
                .setMaxHeaderSize(maxHead)
                .setMaxChunkSize(MOST_KEPT)
                .setStrictLineParsing(true)
                .setUseRfc9112TransferEncoding(true);
    }

    @Suspendable
    private Generator<Part, ByteBuffer, Void> parts() throws IOException {
        while (true) {
            ByteBuffer bytes = Generator.yield(null);
            if (bytes == null) {
                continue;
            }
            boolean isEnd = !bytes.hasRemaining();
            if (isEnd) {
                decodeEnd();
            } else {
                store.writeBytes(bytes);
                decode();
            }
            while (next < found.size()) {
                Part part = part(found.get(next++));
                if (part != null) {
                    Generator.yield(part);
                }
                if (next == found.size() && !isEnd) {
                    decode();
                }
            }
            if (isEnd) {
                if (isInBody || hasBegun) {
                    throw new EOFException("the end came within a message");
                }
                return null;
            }
            tidy();
            if (hasBegun && !isBeginSaid) {
                isBeginSaid = true;
                Generator.yield(Part.Signal.BEGUN);
            }
        }
    }

    /** Decodes until something is found, or nothing more can be. */
    private void decode() {
        next = 0;
        found.clear();
        while (found.isEmpty() && store.isReadable()) {
            hasBegun |= !isInBody;
            int before = store.readerIndex();
            decoding.step(store, found);
            if (found.isEmpty() && store.readerIndex() == before) {
                return;
            }
        }
    }

    private void decodeEnd() {
        next = 0;
        found.clear();
        decoding.end(store, found);
    }

    /** Null if it says nothing. */
    private Part part(Object object) throws IOException {
        Throwable failure = ((DecoderResultProvider) object).decoderResult().cause();
        if (failure != null) {
            throw failure(failure);
        }
        if (object instanceof HttpMessage message) {
            isInBody = true;
            hasBegun = false;
            isBeginSaid = false;
            return new Part.Head(message);
        }
        HttpContent content = (HttpContent) object;
        boolean isLast = content instanceof LastHttpContent;
        isInBody = !isLast;
        byte[] bytes = bytes(content);
        if (bytes == null) {
            return isLast ? Part.Signal.END : null;
        }
        if (isLast) {
            found.add(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        return new Part.Piece(bytes);
    }

    private static byte[] bytes(HttpContent content) {
        ByteBuf buffer = content.content();
        byte[] bytes = buffer.isReadable() ? ByteBufUtil.getBytes(buffer) : null;
        content.release();
        return bytes;
    }

    private static IOException failure(Throwable cause) {
        if (cause instanceof PrematureChannelClosureException) {
            return (EOFException) new EOFException("the end came within a message").initCause(cause);
        }
        return new HttpSyntaxException(
                cause instanceof TooLongHttpLineException
                        ? 414
                        : cause instanceof TooLongHttpHeaderException ? 431 : 400,
                cause);
    }

    private void tidy() {
        if (store.isReadable()) {
            store.discardSomeReadBytes();
        } else if (store.capacity() <= MOST_KEPT) {
            store.clear();
        } else {
            store = Unpooled.buffer(FIRST_STORE);
        }
    }
}
