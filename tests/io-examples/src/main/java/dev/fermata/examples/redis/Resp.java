package dev.fermata.examples.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.io.protocol.ParserInput;
import java.io.IOException;
import java.math.BigInteger;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The protocol of Redis, version 3. It does no I/O: requests become text, and replies are made of bytes by a generator, which
 * stops wherever bytes are missing and goes on there.
 */
final class Resp {
    /**
     * What Redis has said.
     *
     * @param isPush whether it is a message that may come at any time
     * @param value a {@link String}, {@link Long}, {@link Double}, {@link Boolean}, {@link BigInteger}, {@link List}, {@link
     *     Map}, or null; a {@link RedisException} if the command has failed
     */
    record Reply(boolean isPush, Object value) {}

    private Resp() {}

    static String request(String... words) {
        StringBuilder request = new StringBuilder("*" + words.length + "\r\n");
        for (String word : words) {
            request.append("$" + word.getBytes(UTF_8).length + "\r\n" + word + "\r\n");
        }
        return request.toString();
    }

    @Suspendable
    static Generator<Reply, ByteBuffer, Void> replies(ParserInput in) throws IOException {
        while (Generator.<Boolean>yieldFrom(in.hasMore())) {
            byte type = Generator.yieldFrom(in.readByte());
            Object value = Generator.yieldFrom(value(in, type));
            Generator.yield(new Reply(type == '>', value));
        }
        return null;
    }

    @Suspendable
    private static Generator<Void, ByteBuffer, Object> value(ParserInput in, byte type) throws IOException {
        String head = new String(Generator.<byte[]>yieldFrom(in.readLine()), UTF_8);
        switch (type) {
            case '+':
                return Generator.returning(head);
            case '-':
                return Generator.returning(new RedisException(head));
            case ':':
                return Generator.returning(Long.valueOf(head));
            case '(':
                return Generator.returning(new BigInteger(head));
            case ',':
                return Generator.returning(
                        Double.valueOf(head.replace("inf", "Infinity").replace("nan", "NaN")));
            case '#':
                return Generator.returning(head.equals("t"));
            case '_':
                return Generator.returning(null);
            case '$':
                return Generator.returning(Generator.yieldFrom(text(in, head)));
            case '=': // begins with the kind of text: "txt:"
                return Generator.returning(
                        Generator.<String>yieldFrom(text(in, head)).substring(4));
            case '!':
                return Generator.returning(new RedisException(Generator.yieldFrom(text(in, head))));
            case '*', '~', '>':
                return Generator.returning(Generator.yieldFrom(list(in, Integer.parseInt(head))));
            case '%':
                return Generator.returning(Generator.yieldFrom(map(in, Integer.parseInt(head))));
            case '|': // says something about the value that follows
                Generator.yieldFrom(map(in, Integer.parseInt(head)));
                return Generator.returning(Generator.yieldFrom(next(in)));
            default:
                throw new ProtocolException("no reply of Redis begins with " + (char) type + head);
        }
    }

    @Suspendable
    private static Generator<Void, ByteBuffer, Object> next(ParserInput in) throws IOException {
        byte type = Generator.yieldFrom(in.readByte());
        return Generator.returning(Generator.yieldFrom(value(in, type)));
    }

    @Suspendable
    private static Generator<Void, ByteBuffer, String> text(ParserInput in, String length) throws IOException {
        byte[] bytes = Generator.yieldFrom(in.readExactly(Integer.parseInt(length)));
        Generator.yieldFrom(in.readLine());
        return Generator.returning(new String(bytes, UTF_8));
    }

    @Suspendable
    private static Generator<Void, ByteBuffer, List<Object>> list(ParserInput in, int size) throws IOException {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            items.add(Generator.yieldFrom(next(in)));
        }
        return Generator.returning(items);
    }

    @Suspendable
    private static Generator<Void, ByteBuffer, Map<Object, Object>> map(ParserInput in, int size) throws IOException {
        Map<Object, Object> entries = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            entries.put(Generator.yieldFrom(next(in)), Generator.yieldFrom(next(in)));
        }
        return Generator.returning(entries);
    }
}
