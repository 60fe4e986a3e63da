package dev.fermata.frameworks.netty;

import dev.fermata.loop.EventLoop;
import io.netty.channel.Channel;
import io.netty.util.concurrent.EventExecutor;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One of Fermata's loops on each of Netty's: a task runs on the thread of the channel that it serves. */
// region loops
public final class NettyLoops implements AutoCloseable {
    private final Map<EventExecutor, EventLoop> loops = new ConcurrentHashMap<>();

    /**
     * The loop on the thread of a channel. Channels of one thread share it.
     *
     * @param channel a channel that is registered
     * @return its loop
     */
    public EventLoop of(Channel channel) {
        return loops.computeIfAbsent(channel.eventLoop(), EventLoop::on); // it runs one thing at a time, in order
    }

    /** Closes the loops, each on its own thread. To be called before Netty's are shut down, on none of their threads. */
    @Override
    public void close() {
        loops.forEach((host, loop) -> host.submit(loop::close).syncUninterruptibly());
    }
}
// endregion
