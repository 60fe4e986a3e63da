package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Protocol;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.AsciiString;

/** What answers at the end of Netty's pipelines, written as its examples are: a write for each message, a flush for all. */
final class NettyHandlers {
    private NettyHandlers() {}

    /** Sends messages back. */
    static final class Echo extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            context.write(message, context.voidPromise());
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            closeBroken(context, cause);
        }
    }

    /** Answers requests. */
    static final class Greeting extends SimpleChannelInboundHandler<HttpObject> {
        private static final DateHeader<AsciiString> DATE = new DateHeader<>(AsciiString::new);
        private static final byte[] BODY = Protocol.bytes(Protocol.BODY);

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject message) {
            if (message instanceof HttpRequest request) {
                context.write(answerTo(request), context.voidPromise());
            }
        }

        private static FullHttpResponse answerTo(HttpRequest request) {
            if (!request.method().equals(HttpMethod.GET) || !request.uri().equals(Protocol.PATH)) {
                return answer(HttpResponseStatus.NOT_FOUND, new byte[0]);
            }
            FullHttpResponse greeting = answer(HttpResponseStatus.OK, BODY);
            greeting.headers().set(HttpHeaderNames.CONTENT_TYPE, Protocol.CONTENT_TYPE);
            return greeting;
        }

        private static FullHttpResponse answer(HttpResponseStatus status, byte[] body) {
            FullHttpResponse response =
                    new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.wrappedBuffer(body));
            response.headers().set(HttpHeaderNames.DATE, DATE.now());
            response.headers().setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
            return response;
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.flush();
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            closeBroken(context, cause);
        }
    }

    private static void closeBroken(ChannelHandlerContext context, Throwable cause) {
        System.err.println("a connection: " + cause);
        context.close();
    }
}
