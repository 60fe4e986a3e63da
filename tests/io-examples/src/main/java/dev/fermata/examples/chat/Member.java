package dev.fermata.examples.chat;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.io.StreamWriter;
import dev.fermata.queue.AsyncQueue;
import java.io.IOException;

/**
 * Who is in the room. Lines go through a queue of their own, so nobody waits for a member that reads slowly; one that lags
 * too far behind misses some, and is told how many.
 */
final class Member {
    private static final int PATIENCE = 100;

    private final StreamWriter writer;
    private final AsyncQueue<String> unheard = AsyncQueue.fifo(PATIENCE);
    private int missed;

    Member(StreamWriter writer) {
        this.writer = writer;
    }

    /** Never waits. */
    void hear(String line) {
        if (missed > 0 || unheard.isFull()) {
            missed++;
        } else {
            unheard.tryPut(line);
        }
    }

    /** Sends the lines as fast as the member reads them. */
    @Suspendable
    Coroutine<Void> deliver() throws IOException {
        while (true) {
            writer.write(await(unheard.get()) + "\n");
            await(writer.drain());
            if (missed > 0 && unheard.isEmpty()) {
                writer.write("* you have missed " + missed + " lines\n");
                missed = 0;
            }
        }
    }
}
