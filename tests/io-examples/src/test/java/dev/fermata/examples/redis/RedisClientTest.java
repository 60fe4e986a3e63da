package dev.fermata.examples.redis;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncGenerator;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.Deferred;
import dev.fermata.loop.EventLoop;
import dev.fermata.tasks.Tasks;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RedisClientTest {
    private static RedisServer server;

    @BeforeAll
    static void start(@TempDir Path directory) {
        server = RedisServer.start(directory);
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private interface Body {
        Coroutine<Void> start(RedisClient redis) throws Exception;
    }

    private static void run(Body body) throws Exception {
        EventLoop.run(connected(body));
    }

    @Suspendable
    private static Coroutine<Void> connected(Body body) throws Exception {
        try (RedisClient redis = await(RedisClient.connect("localhost", server.port()))) {
            await(body.start(redis));
        }
        return null;
    }

    @Test
    void the_program_and_its_twin_on_lettuce_agree() throws IOException {
        List<String> leaders = EventLoop.run(Leaderboard.leaders(server.port(), 1000));
        assertEquals(List.of("bob", "ann"), leaders);
        assertEquals(leaders, EventLoop.run(LettuceLeaderboard.leaders(server.port(), 1000)));
    }

    @Test
    void values_have_the_types_of_the_commands() throws Exception {
        run(redis -> {
            await(redis.send("DEL", "text", "count", "list", "hash"));
            assertEquals("OK", await(redis.send("SET", "text", "zw\u00f6lf")));
            String text = await(redis.send("GET", "text"));
            assertEquals("zw\u00f6lf", text);
            assertNull(await(redis.send("GET", "nothing")));
            long count = await(redis.<Long>send("INCRBY", "count", "3"));
            assertEquals(3, count);
            await(redis.send("RPUSH", "list", "a", "", "b"));
            assertEquals(List.of("a", "", "b"), await(redis.send("LRANGE", "list", "0", "-1")));
            await(redis.send("HSET", "hash", "k", "v"));
            assertEquals(Map.of("k", "v"), await(redis.send("HGETALL", "hash")));
            return null;
        });
    }

    @Test
    void the_server_agrees_about_every_type_of_the_protocol() throws Exception {
        run(redis -> {
            assertEquals("Hello World", await(redis.send("DEBUG", "PROTOCOL", "string")));
            assertEquals(12345L, await(redis.<Long>send("DEBUG", "PROTOCOL", "integer")));
            assertEquals(3.141, await(redis.<Double>send("DEBUG", "PROTOCOL", "double")));
            assertNull(await(redis.send("DEBUG", "PROTOCOL", "null")));
            assertEquals(List.of(0L, 1L, 2L), await(redis.send("DEBUG", "PROTOCOL", "array")));
            assertEquals(List.of(0L, 1L, 2L), await(redis.send("DEBUG", "PROTOCOL", "set")));
            assertEquals(Map.of(0L, false, 1L, true, 2L, false), await(redis.send("DEBUG", "PROTOCOL", "map")));
            assertEquals(
                    new BigInteger("1234567999999999999999999999999999999"),
                    await(redis.<BigInteger>send("DEBUG", "PROTOCOL", "bignum")));
            assertEquals(true, await(redis.<Boolean>send("DEBUG", "PROTOCOL", "true")));
            assertEquals(false, await(redis.<Boolean>send("DEBUG", "PROTOCOL", "false")));
            assertEquals("This is a verbatim\nstring", await(redis.send("DEBUG", "PROTOCOL", "verbatim")));
            assertTrue(await(redis.<String>send("DEBUG", "PROTOCOL", "attrib")).startsWith("Some real reply"));
            return null;
        });
    }

    @Test
    void a_failed_command_fails_alone() throws Exception {
        run(redis -> {
            await(redis.send("SET", "word", "x"));
            Deferred<Long> wrong = redis.send("INCR", "word");
            Deferred<String> right = redis.send("GET", "word");
            Throwable failure = await(Tasks.settle(wrong)).get(0).failure();
            assertInstanceOf(RedisException.class, failure);
            assertEquals("ERR value is not an integer or out of range", failure.getMessage());
            assertEquals("x", await(right));
            return null;
        });
    }

    @Test
    void a_hundred_thousand_requests_are_under_way_at_once() throws Exception {
        run(redis -> {
            await(redis.send("DEL", "number"));
            List<Deferred<Long>> replies = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                replies.add(redis.send("INCR", "number"));
            }
            List<Long> numbers = await(Tasks.gather(replies));
            for (int i = 0; i < numbers.size(); i++) {
                assertEquals(i + 1, numbers.get(i));
            }
            return null;
        });
    }

    @Test
    void who_gives_up_does_not_get_the_reply_of_another() throws Exception {
        run(redis -> {
            Deferred<List<String>> never = redis.send("BLPOP", "empty", "0.2");
            Deferred<String> after = redis.send("ECHO", "after");
            never.cancel();
            assertEquals("after", await(after));
            assertTrue(never.isCancelled());
            return null;
        });
    }

    @Test
    void what_is_published_is_heard_until_the_subscription_is_closed() throws Exception {
        run(redis -> {
            try (AsyncGenerator<String> news = redis.subscribe("news")) {
                var first = EventLoop.current().spawn(first(news, 3));
                while (await(redis.<Long>send("PUBLISH", "news", "one")) == 0) {
                    await(EventLoop.sleep(Duration.ofMillis(5)));
                }
                await(redis.send("PUBLISH", "news", "two"));
                await(redis.send("PUBLISH", "elsewhere", "never"));
                await(redis.send("PUBLISH", "news", "three"));
                assertEquals(List.of("one", "two", "three"), await(first));
            }
            assertEquals(0L, await(redis.<Long>send("PUBLISH", "news", "four")));
            return null;
        });
    }

    @Suspendable
    private static Coroutine<List<String>> first(AsyncGenerator<String> messages, int count) {
        List<String> heard = new ArrayList<>();
        for (String message : messages) {
            heard.add(message);
            if (heard.size() == count) {
                break;
            }
        }
        return Coroutine.of(heard);
    }

    @Test
    void when_the_server_closes_everybody_who_waits_is_told() throws Exception {
        run(redis -> {
            Deferred<Object> waiting = redis.send("BLPOP", "empty", "0");
            try (RedisClient other = await(RedisClient.connect("localhost", server.port()))) {
                await(other.send("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes"));
            }
            for (Deferred<?> unanswered : List.of(waiting, redis.send("PING"))) {
                Throwable failure = await(Tasks.settle(unanswered)).get(0).failure();
                assertInstanceOf(IOException.class, failure);
            }
            return null;
        });
    }
}
