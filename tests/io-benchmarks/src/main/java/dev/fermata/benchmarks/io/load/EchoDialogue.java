package dev.fermata.benchmarks.io.load;

import dev.fermata.benchmarks.io.wire.Link;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.ByteBuffer;

/** Messages that differ from each other, and from those of other connections, so that none can be taken for another. */
final class EchoDialogue implements Dialogue {
    private final ByteBuffer message;
    private long number;

    EchoDialogue(Link link, long connection) {
        message = link.buffer(Protocol.MESSAGE_SIZE);
        for (int i = 0; i < message.capacity(); i++) {
            message.put(i, (byte) i);
        }
        message.putLong(Long.BYTES, connection);
    }

    @Override
    public ByteBuffer request() {
        return message.clear().putLong(0, number++);
    }

    @Override
    public boolean isAnsweredBy(ByteBuffer received) throws WrongAnswerException {
        if (received.remaining() < message.capacity()) {
            return false;
        }
        message.rewind();
        if (!received.equals(message)) {
            throw new WrongAnswerException("message " + (number - 1), received);
        }
        return true;
    }
}
