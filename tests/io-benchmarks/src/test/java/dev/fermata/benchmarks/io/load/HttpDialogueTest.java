package dev.fermata.benchmarks.io.load;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.benchmarks.io.wire.PlainLink;
import dev.fermata.benchmarks.io.wire.Protocol;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpDialogueTest {
    private static final String ANSWER = Protocol.ANSWER.formatted("Mon, 5 Jan 2026 01:02:03 GMT");

    private final HttpDialogue dialogue = new HttpDialogue(new PlainLink(null));

    @Test
    void is_answered_by_the_greeting_again_and_again() throws WrongAnswerException {
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER)));
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER)));
    }

    @Test
    void does_not_care_how_headers_are_written_and_in_which_order() throws WrongAnswerException {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 13\r\nContent-Type: text/plain\r\n"
                + "Date: Mon, 05 Jan 2026 01:02:03 GMT\r\n\r\nHello, World!";
        assertTrue(dialogue.isAnsweredBy(bytes(answer)));
        assertTrue(dialogue.isAnsweredBy(bytes(answer)));
    }

    @Test
    void waits_for_every_byte() throws WrongAnswerException {
        for (int length = 0; length < ANSWER.length(); length++) {
            assertFalse(dialogue.isAnsweredBy(bytes(ANSWER.substring(0, length))));
        }
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER)));
        for (int length = 0; length < ANSWER.length(); length++) {
            assertFalse(dialogue.isAnsweredBy(bytes(ANSWER.substring(0, length))));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200 OK, 404 Not Found",
        "Hello, Wello",
        "text/plain, text/other",
        "13, 12",
        "content-type, x-other",
        "2026, now"
    })
    void is_not_answered_by_anything_else(String right, String wrong) {
        String answer = ANSWER.replace(right, wrong);
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(bytes(answer)));
    }

    @Test
    void time_goes_on() throws WrongAnswerException {
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER)));
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER.replace("01:02:03", "01:02:04"))));
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER.replace("Mon, 5 Jan", "Sun, 25 Dec"))));
    }

    @Test
    void is_not_answered_by_another_answer_than_at_first() throws WrongAnswerException {
        assertTrue(dialogue.isAnsweredBy(bytes(ANSWER)));
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(bytes(ANSWER.replace('!', '?'))));
    }

    @Test
    void is_not_answered_by_more_headers_than_the_others_send() {
        String answer = ANSWER.replace("\r\n\r\n", "\r\nserver: it\r\n\r\n");
        assertThrows(WrongAnswerException.class, () -> dialogue.isAnsweredBy(bytes(answer)));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(Protocol.bytes(text));
    }
}
