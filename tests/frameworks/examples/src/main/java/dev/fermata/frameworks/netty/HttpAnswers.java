package dev.fermata.frameworks.netty;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** HTTP by Netty's codec: one coroutine for a connection and its requests, which are answered in their order. */
public final class HttpAnswers {
    private static final int LARGEST_REQUEST = 64 * 1024;

    private final NettyLoops loops;
    private final Function<String, Coroutine<String>> answer;

    /**
     * Says what to answer.
     *
     * @param loops where to run
     * @param answer makes the body of a response from the path of a request
     */
    public HttpAnswers(NettyLoops loops, Function<String, Coroutine<String>> answer) {
        this.loops = loops;
        this.answer = answer;
    }

    // region http
    /** Sets up a channel. */
    public void addTo(ChannelPipeline pipeline) {
        pipeline.addLast(new HttpServerCodec());
        pipeline.addLast(new HttpObjectAggregator(LARGEST_REQUEST));
        pipeline.addLast(new DialogueHandler<>(loops, this::serve));
    }

    @Suspendable
    private Coroutine<Void> serve(Peer<FullHttpRequest> client) {
        boolean isKeptAlive = true;
        while (isKeptAlive) {
            FullHttpRequest request = await(client.next());
            try {
                isKeptAlive = HttpUtil.isKeepAlive(request);
                String body = await(answer.apply(request.uri()));
                await(client.send(response(body, isKeptAlive)));
            } finally {
                request.release();
            }
        }
        return null; // closes the channel
    }
    // endregion

    private static FullHttpResponse response(String body, boolean isKeptAlive) {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.OK, Unpooled.copiedBuffer(body, StandardCharsets.UTF_8));
        HttpUtil.setContentLength(response, response.content().readableBytes());
        HttpUtil.setKeepAlive(response, isKeptAlive);
        return response;
    }
}
