package dev.fermata.queue;

/** A channel has been closed: it takes nothing more, or has nothing left to give. The cause is what it was closed with. */
public final class ChannelClosedException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    ChannelClosedException(Throwable cause) {
        super("the channel is closed", cause);
    }
}
