package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.queue.Channel;
import dev.fermata.queue.Select;
import dev.fermata.testkit.TestLoop;
import java.time.Duration;

/** Whatever comes first. */
final class SelectFromChannels {
    private SelectFromChannels() {}

    // region program
    @Suspendable
    static Coroutine<Void> program() {
        Channel<String> lines = Channel.buffered(1);
        Channel<Integer> ticks = Channel.buffered(1);
        Select<String> next = Select.<String>of()
                .receive(lines, line -> "line " + line)
                .receive(ticks, tick -> "tick " + tick)
                .timeout(Duration.ofSeconds(1), () -> "silence");
        await(ticks.send(7));
        System.out.println(await(next.run()));
        System.out.println(await(next.run()));
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
