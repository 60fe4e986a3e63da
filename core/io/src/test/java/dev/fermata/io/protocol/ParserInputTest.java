package dev.fermata.io.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Parsers without any loop. */
class ParserInputTest {
    /** All operations in one message: {@code *<line>\r\n<count>:<bytes><to the separator "--"><one byte at least>}. */
    @Suspendable
    static Generator<String, ByteBuffer, Void> messages(ParserInput in) throws IOException {
        while (Generator.<Boolean>yieldFrom(in.hasMore())) {
            byte kind = Generator.<Byte>yieldFrom(in.readByte());
            String line = text(Generator.yieldFrom(in.readLine()));
            int count = Integer.parseInt(text(Generator.yieldFrom(in.readUntil(':'))));
            String counted = text(Generator.yieldFrom(in.readExactly(count)));
            String separated = text(Generator.yieldFrom(in.readUntil(new byte[] {'-', '-'})));
            String last = text(Generator.yieldFrom(in.read(1)));
            Generator.yield((char) kind + "|" + line + "|" + counted + "|" + separated + "|" + last);
        }
        return null;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, US_ASCII);
    }

    private static final String SENT = "*one\r\n5:hello-a--x+\n0:--y*a\rb\n3:\r\n--z---!";
    private static final List<String> MESSAGES = List.of("*|one|hello|-a|x", "+||||y", "*|a\rb|\r\n-|-z|-");

    /** The last message of what is sent is not complete. */
    private static final String COMPLETE = SENT.substring(0, SENT.length() - 1);

    /** What comes out of pieces. */
    private static List<String> parse(Generator<String, ByteBuffer, Void> parser, ByteBuffer... pieces) {
        List<String> found = new ArrayList<>();
        assertNull(parser.next());
        for (ByteBuffer piece : pieces) {
            for (String message = parser.send(piece); message != null; message = parser.next()) {
                found.add(message);
            }
            if (piece.hasArray()) { // may be used anew
                java.util.Arrays.fill(piece.array(), (byte) '?');
            }
        }
        return found;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(US_ASCII));
    }

    private static ByteBuffer end() {
        return ByteBuffer.allocate(0);
    }

    private static Generator<String, ByteBuffer, Void> parser() throws IOException {
        return messages(new ParserInput());
    }

    @Test
    void finds_messages_wherever_the_bytes_are_split() throws IOException {
        for (UnaryOperator<ByteBuffer> kind : List.<UnaryOperator<ByteBuffer>>of(
                bytes -> bytes,
                ByteBuffer::asReadOnlyBuffer,
                bytes -> ByteBuffer.allocateDirect(bytes.remaining()).put(bytes).flip(),
                bytes -> ByteBuffer.allocate(99).position(7).put(bytes).flip().position(7))) {
            for (int i = 1; i < COMPLETE.length(); i++) {
                for (int j = i; j < COMPLETE.length(); j++) {
                    var pieces = new ArrayList<ByteBuffer>();
                    pieces.add(kind.apply(bytes(COMPLETE.substring(0, i))));
                    if (j > i) {
                        pieces.add(kind.apply(bytes(COMPLETE.substring(i, j))));
                    }
                    pieces.add(kind.apply(bytes(COMPLETE.substring(j))));
                    assertEquals(MESSAGES, parse(parser(), pieces.toArray(ByteBuffer[]::new)), i + " and " + j);
                }
            }
        }
    }

    @Test
    void and_if_they_come_one_by_one() throws IOException {
        ByteBuffer[] pieces =
                COMPLETE.chars().mapToObj(c -> bytes("" + (char) c)).toArray(ByteBuffer[]::new);
        assertEquals(MESSAGES, parse(parser(), pieces));
    }

    @Test
    void asks_again_if_it_is_resumed_with_nothing() throws IOException {
        var parser = parser();
        assertNull(parser.next());
        assertNull(parser.next());
        assertNull(parser.send(bytes("*li")));
        assertNull(parser.next());
        assertEquals("*|line||a|b", parser.send(bytes("ne\n0:a--b")));
    }

    @Test
    void takes_no_more_of_a_buffer_than_there_is() throws IOException {
        var parser = parser();
        parser.next();
        ByteBuffer part = bytes("??*line\n0:--x??").position(2).limit(13);
        assertEquals("*|line|||x", parser.send(part));
        assertEquals(0, part.remaining());
        assertNull(parser.next());
    }

    @Test
    void ends_between_messages() throws IOException {
        var parser = parser();
        assertEquals(MESSAGES, parse(parser, bytes(COMPLETE)));
        assertThrows(StopIteration.class, () -> parser.send(end()));
    }

    @Test
    void an_end_anywhere_else_is_an_error() throws IOException {
        int first = COMPLETE.indexOf('+');
        for (int i = 1; i < first - 1; i++) {
            var parser = parser();
            assertEquals(List.of(), parse(parser, bytes(COMPLETE.substring(0, i))));
            EOFException ended = assertThrows(EOFException.class, () -> parser.send(end()), "after " + i);
            assertTrue(ended.getMessage().startsWith("the end came in the middle of a message, "), ended.getMessage());
        }
    }

    @Test
    void says_how_much_of_a_part_had_come() throws IOException {
        var parser = parser();
        parse(parser, bytes("*line\n10:abcd"));
        EOFException ended = assertThrows(EOFException.class, () -> parser.send(end()));
        assertEquals(
                "the end came in the middle of a message, after 4 bytes of a part, where more was expected",
                ended.getMessage());
    }

    @Test
    void pieces_are_what_is_there_and_none_at_the_end() {
        ParserInput in = new ParserInput();
        var first = in.read(3);
        assertNull(first.next());
        StopIteration some = assertThrows(StopIteration.class, () -> first.send(bytes("abcde")));
        assertEquals("abc", text((byte[]) some.value()));
        StopIteration rest = assertThrows(StopIteration.class, () -> in.read(3).next());
        assertEquals("de", text((byte[]) rest.value()));
        var last = in.read(3);
        assertNull(last.next());
        StopIteration none = assertThrows(StopIteration.class, () -> last.send(end()));
        assertEquals("", text((byte[]) none.value()));
    }

    @Test
    void lines_are_as_long_as_the_limit_and_no_longer() throws IOException {
        assertEquals(List.of("*|1234|||x"), parse(messages(new ParserInput(4)), bytes("*1234\n0:--x")));
        for (String sent : List.of("*12345\n", "*12345", "*\n12345", "*\n0:12345--", "*\n0:123456")) {
            var parser = messages(new ParserInput(4));
            parser.next();
            ProtocolException tooLong = assertThrows(ProtocolException.class, () -> parser.send(bytes(sent)), sent);
            assertEquals("no separator within 5 bytes, more than the limit of 4", tooLong.getMessage());
        }
    }

    @Test
    void no_room_is_made_for_what_is_only_announced() throws IOException {
        var parser = parser();
        parse(parser, bytes("*\n" + (Integer.MAX_VALUE - 8) + ":abc"));
        assertThrows(EOFException.class, () -> parser.send(end()));
    }

    @Test
    void much_is_read_whole() throws IOException {
        String much = "0123456789".repeat(100_000);
        var parser = parser();
        parser.next();
        assertNull(parser.send(bytes("*\n" + much.length() + ":")));
        for (int i = 0; i < much.length(); i += 9_999) {
            assertNull(parser.send(bytes(much.substring(i, Math.min(much.length(), i + 9_999)))));
        }
        assertEquals("*||" + much + "||x", parser.send(bytes("--x")));
    }

    @Test
    void refuses_senseless_arguments() {
        ParserInput in = new ParserInput();
        assertThrows(IllegalArgumentException.class, () -> new ParserInput(0));
        assertThrows(IllegalArgumentException.class, () -> in.read(0).next());
        assertThrows(IllegalArgumentException.class, () -> in.readExactly(-1).next());
        assertThrows(
                IllegalArgumentException.class, () -> in.readUntil(new byte[0]).next());
    }
}
