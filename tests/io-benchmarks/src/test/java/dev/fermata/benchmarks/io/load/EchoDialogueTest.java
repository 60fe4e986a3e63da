package dev.fermata.benchmarks.io.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.io.wire.PlainLink;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class EchoDialogueTest {
    private final EchoDialogue dialogue = new EchoDialogue(new PlainLink(null), 7);

    @Test
    void is_answered_by_its_own_message() throws WrongAnswerException {
        assertTrue(dialogue.isAnsweredBy(copy(dialogue.request())));
    }

    @Test
    void waits_for_all_of_it() throws WrongAnswerException {
        assertFalse(dialogue.isAnsweredBy(copy(dialogue.request()).limit(Protocol.MESSAGE_SIZE - 1)));
    }

    @Test
    void is_not_answered_by_the_message_before() {
        ByteBuffer before = copy(dialogue.request());
        dialogue.request();
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(before));
    }

    @Test
    void is_not_answered_by_the_message_of_another_connection() {
        ByteBuffer others = copy(new EchoDialogue(new PlainLink(null), 8).request());
        dialogue.request();
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(others));
    }

    @Test
    void is_not_answered_by_more() {
        ByteBuffer more = ByteBuffer.allocate(Protocol.MESSAGE_SIZE + 1);
        more.put(dialogue.request()).rewind();
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(more));
    }

    private static ByteBuffer copy(ByteBuffer message) {
        return ByteBuffer.allocate(message.remaining()).put(message).flip();
    }
}
