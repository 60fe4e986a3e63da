package dev.fermata.guide;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.io.Connection;
import dev.fermata.io.protocol.MessageReader;
import dev.fermata.io.protocol.ParserInput;
import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A protocol that does no I/O: a generator that is sent bytes and yields messages. */
final class NetstringParser {
    private NetstringParser() {}

    // region parser
    /** Messages such as {@code 5:hello,}. */
    @Suspendable
    static Generator<String, ByteBuffer, Void> netstrings(ParserInput in) throws IOException {
        while (Generator.<Boolean>yieldFrom(in.hasMore())) {
            byte[] length = Generator.yieldFrom(in.readUntil(':'));
            int count = Integer.parseInt(new String(length, StandardCharsets.US_ASCII));
            if (count < 0 || count > 1_000_000) {
                throw new ProtocolException("a length of " + count); // numbers of strangers are checked
            }
            byte[] text = Generator.yieldFrom(in.readExactly(count));
            Generator.yieldFrom(in.readByte()); // the comma
            Generator.yield(new String(text, StandardCharsets.UTF_8));
        }
        return null;
    }
    // endregion

    // region byHand
    static void byHand() throws IOException {
        Generator<String, ByteBuffer, Void> parser = netstrings(new ParserInput());
        System.out.println(parser.next());
        System.out.println(parser.send(StandardCharsets.UTF_8.encode("5:hel")));
        System.out.println(parser.send(StandardCharsets.UTF_8.encode("lo,5:wor")));
        System.out.println(parser.next());
        System.out.println(parser.send(StandardCharsets.UTF_8.encode("ld,")));
    }
    // endregion

    // region onAStream
    @Suspendable
    static Coroutine<Void> read(Connection connection) throws IOException {
        MessageReader<String> messages = new MessageReader<>(connection.reader(), netstrings(new ParserInput()));
        for (String message : messages.messages()) {
            System.out.println(message);
        }
        return null;
    }
    // endregion

    @Suspendable
    static Coroutine<Void> program() throws IOException {
        byHand();
        Connection.Pair pair = Connection.pair();
        pair.second().writer().write("3:one,3:two,");
        pair.second().writer().end();
        Coroutine.await(read(pair.first()));
        return null;
    }

    public static void main(String[] arguments) throws IOException {
        EventLoop.run(program());
    }
}
