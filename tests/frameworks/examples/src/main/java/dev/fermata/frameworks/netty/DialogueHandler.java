package dev.fermata.frameworks.netty;

import dev.fermata.loop.Task;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * The last handler of a pipeline: hands what comes in to a coroutine.
 *
 * @param <I> the messages that come in
 */
// region handler
public final class DialogueHandler<I> extends ChannelInboundHandlerAdapter {
    private final NettyLoops loops;
    private final Dialogue<I> dialogue;
    private Peer<I> peer;
    private Task<Void> task;

    public DialogueHandler(NettyLoops loops, Dialogue<I> dialogue) {
        this.loops = loops;
        this.dialogue = dialogue;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        peer = new Peer<>(context.channel());
        task = loops.of(context.channel()).spawn(dialogue.hold(peer));
        task.onDone(done -> {
            if (!done.isCancelled() && done.failure() != null) {
                context.fireExceptionCaught(done.failure());
            }
            context.close();
        });
    }

    @Override
    @SuppressWarnings("unchecked") // what the handlers before this one make
    public void channelRead(ChannelHandlerContext context, Object message) {
        peer.received((I) message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        task.cancel("the channel was closed");
        peer.dropUnread();
    }
}
// endregion
