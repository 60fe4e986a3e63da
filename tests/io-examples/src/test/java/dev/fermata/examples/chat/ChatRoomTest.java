package dev.fermata.examples.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.examples.real.RunningProgram;
import dev.fermata.examples.real.TextClient;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChatRoomTest {
    private RunningProgram room;
    private int port;

    @BeforeEach
    void open() {
        room = RunningProgram.start(ChatRoom.class);
        port = Integer.parseInt(room.awaitLine("chatting on port (\\d+)").group(1));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private TextClient enter(String name, String present) throws IOException {
        return enter(new TextClient(port), name, present);
    }

    private static TextClient enter(TextClient visitor, String name, String present) throws IOException {
        assertEquals("Your name?", visitor.hear());
        visitor.say(name);
        assertEquals("* here are " + present, visitor.hear());
        return visitor;
    }

    @Test
    void everybody_hears_what_the_others_say() throws IOException {
        try (TextClient ann = enter("ann", "[]");
                TextClient bob = enter("bob", "[ann]")) {
            assertEquals("* bob has come", ann.hear());
            try (TextClient eve = enter("eve", "[ann, bob]")) {
                assertEquals("* eve has come", ann.hear());
                assertEquals("* eve has come", bob.hear());
                ann.say("hello");
                assertEquals("ann: hello", bob.hear());
                assertEquals("ann: hello", eve.hear());
                bob.say("hello yourself");
                assertEquals("bob: hello yourself", ann.hear());
                assertEquals("bob: hello yourself", eve.hear());
            }
            assertEquals("* eve has gone", ann.hear());
            assertEquals("* eve has gone", bob.hear());
        }
    }

    @Test
    void a_name_is_one_word_and_one_persons() throws IOException {
        try (TextClient ann = enter("ann", "[]");
                TextClient other = new TextClient(port)) {
            for (String refused : new String[] {"ann", "", "two words"}) {
                assertEquals("Your name?", other.hear());
                other.say(refused);
            }
            assertEquals("Your name?", other.hear());
            other.say("bob");
            assertEquals("* here are [ann]", other.hear());
            assertEquals("* bob has come", ann.hear());
        }
    }

    @Test
    void a_flood_from_one_is_heard_whole_by_others() throws IOException {
        try (TextClient ann = enter("ann", "[]");
                TextClient bob = enter("bob", "[ann]")) {
            assertEquals("* bob has come", ann.hear());
            StringBuilder flood = new StringBuilder();
            for (int i = 0; i < 1000; i++) {
                flood.append(i).append('\n');
            }
            ann.say(flood.append("end").toString()); // one packet: many times what the queue of a member holds
            for (int i = 0; i < 1000; i++) {
                assertEquals("ann: " + i, bob.hear());
            }
            assertEquals("ann: end", bob.hear());
        }
    }

    @Test
    void who_does_not_read_stops_nobody_and_is_told_what_was_missed() throws IOException {
        try (TextClient ann = enter("ann", "[]");
                TextClient bob = enter("bob", "[ann]");
                TextClient slow = enter(new TextClient(port, 4096), "slow", "[ann, bob]")) {
            int lines = 1_500;
            int pause = 50; // fewer than a member's queue holds, so bob misses none
            String padding = " " + "x".repeat(10_000);
            bob.hear(); // slow has come
            for (int i = 0; i < lines; i += pause) {
                for (int j = i; j < i + pause; j++) {
                    ann.say(j + padding);
                }
                for (int j = i; j < i + pause; j++) {
                    assertEquals("ann: " + j + padding, bob.hear());
                }
            }
            int heard = 0;
            String line = slow.hear();
            for (; line.startsWith("ann: " + heard + " "); heard++) {
                line = slow.hear();
            }
            assertTrue(heard < lines, "all of it fits into the buffers");
            assertEquals("* you have missed " + (lines - heard) + " lines", line);
            bob.say("are you there?");
            assertEquals("bob: are you there?", slow.hear());
        }
    }

    @Test
    void who_breaks_off_has_gone() throws IOException {
        try (TextClient ann = enter("ann", "[]")) {
            TextClient bob = enter("bob", "[ann]");
            assertEquals("* bob has come", ann.hear());
            bob.socket().setSoLinger(true, 0); // a reset
            bob.close();
            assertEquals("* bob has gone", ann.hear());
        }
    }
}
