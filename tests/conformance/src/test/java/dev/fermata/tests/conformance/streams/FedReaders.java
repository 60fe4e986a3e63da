package dev.fermata.tests.conformance.streams;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.ByteFeed;
import dev.fermata.io.StreamReader;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import java.io.IOException;

/** Readers that are fed by hand. */
public final class FedReaders extends StreamScenarios {
    private static final String FEED_APART =
            "a reader is fed through a ByteFeed of its own; what is too long for readLine is a LineTooLongException";

    @Scenario(value = "AIO-86", mapped = FEED_APART)
    public void each_form_of_reading_waits_for_what_it_needs() throws IOException {
        EventLoop.run(forms());
    }

    @Suspendable
    private Coroutine<Void> forms() throws IOException {
        ByteFeed feed = new ByteFeed();
        StreamReader reader = new StreamReader(feed);
        await(feeding(feed, "line", reader.readLine(), "ab", "c\nde"));
        await(feeding(feed, "exactly 4", reader.readExactly(4), "f", "gh"));
        await(feeding(feed, "until", reader.readUntil(bytes("--")), "x-y-", "-z--q"));
        await(attemptReading("until", reader.readUntil(bytes("--"))));
        await(attemptReading("read", reader.read(100)));
        await(attemptReading("read 0", reader.read(0)));
        Task<byte[]> all = EventLoop.current().spawn(reader.readAll());
        await(turn());
        feed.feed(bytes("ta"));
        await(turn());
        feed.feed(bytes("il"));
        log("at end", reader.isAtEnd());
        feed.end();
        await(attemptReading("all", all));
        await(attemptReading("line", reader.readLine()));
        await(attemptReading("read 5", reader.read(5)));
        await(attemptReading("exactly 0", reader.readExactly(0)));
        log("at end", reader.isAtEnd());
        return null;
    }

    @Suspendable
    private Coroutine<Void> feeding(ByteFeed feed, String label, Coroutine<byte[]> read, String... chunks) {
        Task<byte[]> task = EventLoop.current().spawn(read);
        for (String chunk : chunks) {
            await(turn());
            log("feed", text(bytes(chunk)), "done", task.isDone());
            feed.feed(bytes(chunk));
        }
        await(attemptReading(label, task));
        return null;
    }

    @Scenario(value = "AIO-88", mapped = FEED_APART)
    public void what_comes_before_a_separator_has_a_limit() throws IOException {
        EventLoop.run(limits());
    }

    @Suspendable
    private Coroutine<Void> limits() throws IOException {
        await(attemptReading("line", fed("12345678\n").readLine()));
        StreamReader reader = fed("123456789\nok\n");
        await(attemptReading("line", reader.readLine()));
        await(attemptReading("line", reader.readLine()));
        ByteFeed feed = new ByteFeed();
        feed.feed(bytes("1234567890"));
        reader = new StreamReader(feed, 8);
        await(attemptReading("line", reader.readLine()));
        feed.feed(bytes("ab\n"));
        await(attemptReading("line", reader.readLine()));
        reader = fed("123456789-ok-");
        await(attemptReading("until", reader.readUntil(bytes("-"))));
        await(attemptReading("until", reader.readUntil(bytes("-"))));
        await(attemptReading("exactly 10", reader.readExactly(10)));
        await(attemptReading("until", reader.readUntil(bytes("-"))));
        reader = fed("1234567890");
        await(attemptReading("until", reader.readUntil(bytes("-"))));
        await(attemptReading("exactly 10", reader.readExactly(10)));
        return null;
    }

    private static StreamReader fed(String text) {
        ByteFeed feed = new ByteFeed();
        feed.feed(bytes(text));
        return new StreamReader(feed, 8);
    }

    @Scenario(value = "AIO-89", mapped = FEED_APART)
    public void one_reads_at_a_time_and_a_cancelled_read_loses_nothing() throws IOException {
        EventLoop.run(misuse());
    }

    @Suspendable
    private Coroutine<Void> misuse() throws IOException {
        ByteFeed feed = new ByteFeed();
        StreamReader reader = new StreamReader(feed);
        Task<byte[]> task = EventLoop.current().spawn(reader.readLine());
        await(turn());
        await(attemptReading("second reader", reader.readLine()));
        feed.feed(bytes("x\n"));
        await(attemptReading("first reader", task));
        feed.feed(bytes("part"));
        task = EventLoop.current().spawn(reader.readLine());
        await(turn());
        task.cancel();
        await(attemptReading("cancelled reader", task));
        feed.feed(bytes("ial\n"));
        await(attemptReading("next reader", reader.readLine()));
        task = EventLoop.current().spawn(reader.readLine());
        await(turn());
        feed.fail(new Boom("broken"));
        await(attemptReading("waiting", task));
        await(attemptReading("later", reader.readLine()));
        return null;
    }
}
