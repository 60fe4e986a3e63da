package dev.fermata.guide;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.Channel;
import dev.fermata.testkit.TestLoop;

/** One task sends, another receives. */
final class StreamThroughAChannel {
    private StreamThroughAChannel() {}

    // region program
    @Suspendable
    static Coroutine<Void> produce(Channel<Integer> numbers) {
        for (int i = 1; i <= 3; i++) {
            await(numbers.send(i)); // waits while two are in the channel
        }
        numbers.close();
        return null;
    }

    @Suspendable
    static Coroutine<Void> program() {
        Channel<Integer> numbers = Channel.buffered(2);
        Task<Void> producer = EventLoop.current().spawn(produce(numbers));
        for (int number : numbers.elements()) {
            System.out.println(number);
        }
        await(producer); // throws if the producer has failed
        return null;
    }
    // endregion

    public static void main(String[] arguments) throws Exception {
        TestLoop.once(() -> program());
    }
}
