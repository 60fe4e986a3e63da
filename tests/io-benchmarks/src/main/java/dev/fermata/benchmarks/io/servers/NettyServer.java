package dev.fermata.benchmarks.io.servers;

import dev.fermata.benchmarks.io.wire.Certificate;
import dev.fermata.benchmarks.io.wire.Protocol;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.FixedLengthFrameDecoder;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;

/** Netty with one event-loop thread, which also accepts. */
final class NettyServer implements Server {
    /** How Netty reaches the kernel. */
    enum Transport {
        NIO,
        EPOLL;

        private IoHandlerFactory handlers() {
            return this == NIO ? NioIoHandler.newFactory() : EpollIoHandler.newFactory();
        }

        private Class<? extends ServerChannel> channel() {
            return this == NIO ? NioServerSocketChannel.class : EpollServerSocketChannel.class;
        }
    }

    private final EventLoopGroup loop;
    private final Channel listening;

    private NettyServer(Transport transport, ChannelInitializer<SocketChannel> pipeline) {
        loop = new MultiThreadIoEventLoopGroup(1, transport.handlers());
        listening = new ServerBootstrap()
                .group(loop)
                .channel(transport.channel())
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(pipeline)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    static Server start(Transport transport, SslProvider provider, Protocol protocol, Certificate certificate)
            throws IOException, GeneralSecurityException {
        SslContext tls = certificate == null
                ? null
                : SslContextBuilder.forServer(certificate.keys())
                        .sslProvider(provider)
                        .protocols(Certificate.VERSION)
                        .build();
        return new NettyServer(transport, new Pipeline(protocol, tls));
    }

    @Override
    public int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        listening.close().syncUninterruptibly();
        loop.shutdownGracefully();
    }

    private static final class Pipeline extends ChannelInitializer<SocketChannel> {
        private final Protocol protocol;
        private final SslContext tls;

        private Pipeline(Protocol protocol, SslContext tls) {
            this.protocol = protocol;
            this.tls = tls;
        }

        @Override
        protected void initChannel(SocketChannel channel) {
            if (tls != null) {
                channel.pipeline().addLast(tls.newHandler(channel.alloc()));
            }
            if (protocol == Protocol.ECHO) {
                channel.pipeline()
                        .addLast(new FixedLengthFrameDecoder(Protocol.MESSAGE_SIZE), new NettyHandlers.Echo());
            } else {
                channel.pipeline().addLast(new HttpServerCodec(), new NettyHandlers.Greeting());
            }
        }
    }
}
