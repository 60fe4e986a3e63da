package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Cancellation;
import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.sync.Lock;
import dev.fermata.sync.Permit;
import dev.fermata.sync.Semaphore;
import dev.fermata.testkit.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Tasks that do by chance what can be done with locks, queues, channels and selects, that are cancelled by chance and go on,
 * and that run in any order. What is held and what is on its way is counted all the while.
 */
@SuppressWarnings("try") // permits are held, not used
class RandomProgramsTest {
    private static final int WORKERS = 6;
    private static final int OPERATIONS = 30;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void nothing_is_lost_doubled_or_shared(long seed) {
        Random seeds = new Random(seed);
        for (int run = 0; run < 50; run++) {
            long programSeed = seeds.nextLong();
            try {
                run(new Random(programSeed));
            } catch (Throwable failure) {
                throw new AssertionError("program " + programSeed + ": " + failure.getMessage(), failure);
            }
        }
    }

    private static void run(Random random) {
        try (EventLoop loop = new EventLoop(new VirtualClock(), random::nextInt)) {
            loop.runUntilComplete(new Program(random).main());
        }
    }

    private static final class Program {
        private final Random random;
        private final Lock lock = new Lock();
        private final Semaphore semaphore = Semaphore.bounded(2);
        private final AsyncQueue<Integer> queue = AsyncQueue.fifo(1);
        private final Channel<Integer> direct = Channel.rendezvous();
        private final Channel<Integer> buffered = Channel.buffered(1);
        private final List<Integer> sent = new ArrayList<>();
        private final List<Integer> received = new ArrayList<>();
        private int next;
        private int inLock;
        private int inSemaphore;

        Program(Random random) {
            this.random = random;
        }

        @Suspendable
        Coroutine<Void> main() {
            List<Task<Void>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(EventLoop.current().spawn(work()));
            }
            for (int i = 0; i < 150; i++) {
                await(pause());
                if (random.nextInt(3) == 0) {
                    workers.get(random.nextInt(WORKERS)).cancel();
                }
            }
            await(sleep(Duration.ofHours(1)));
            for (Task<Void> worker : workers) {
                while (!worker.isDone()) {
                    worker.cancel();
                    await(sleep(Duration.ofHours(1)));
                }
                if (!worker.isCancelled()) { // before it began, or in its last step
                    worker.result();
                }
            }
            check();
            return null;
        }

        @Suspendable
        private Coroutine<Void> work() {
            for (int i = 0; i < OPERATIONS; i++) {
                try {
                    await(operation());
                } catch (Cancellation cancelled) {
                    Task.current().uncancel();
                }
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> operation() {
            int element = next++;
            switch (random.nextInt(10)) {
                case 0 -> {
                    try (Permit permit = await(lock.acquire())) {
                        assertEquals(1, ++inLock);
                        try {
                            await(pause());
                        } finally {
                            inLock--;
                        }
                    }
                }
                case 1 -> {
                    try (Permit permit = await(semaphore.acquire())) {
                        assertTrue(++inSemaphore <= 2);
                        try {
                            await(pause());
                        } finally {
                            inSemaphore--;
                        }
                    }
                }
                case 2 -> {
                    await(queue.put(element));
                    sent.add(element);
                }
                case 3 -> received.add(await(queue.get()));
                case 4 -> {
                    await(direct.send(element));
                    sent.add(element);
                }
                case 5 -> received.add(await(direct.receive()));
                case 6 -> {
                    await(buffered.send(element));
                    sent.add(element);
                }
                case 7 -> received.add(await(buffered.receive()));
                case 8 -> {
                    Integer got = await(Select.<Integer>shuffled(random)
                            .receive(direct, taken -> taken)
                            .receive(buffered, taken -> taken)
                            .timeout(Duration.ofMillis(2), () -> -1)
                            .run());
                    if (got >= 0) {
                        received.add(got);
                    }
                }
                default -> {
                    boolean done = await(Select.<Boolean>of()
                            .send(direct, element, () -> true)
                            .send(buffered, element, () -> true)
                            .timeout(Duration.ofMillis(2), () -> false)
                            .run());
                    if (done) {
                        sent.add(element);
                    }
                }
            }
            return null;
        }

        private Coroutine<Void> pause() {
            return sleep(Duration.ofMillis(random.nextInt(3)));
        }

        private void check() {
            while (!queue.isEmpty()) {
                received.add(queue.tryGet());
            }
            drain(direct);
            drain(buffered);
            assertEquals(
                    sent.stream().sorted().toList(), received.stream().sorted().toList());
            assertFalse(lock.isLocked());
            assertEquals(2, semaphore.availablePermits());
            assertTrue(received.size() > 5, "the program tests nothing");
        }

        private void drain(Channel<Integer> channel) {
            assertTrue(channel.senders().isEmpty() && channel.receivers().isEmpty(), channel::toString);
            for (Integer left = channel.tryReceive(); left != null; left = channel.tryReceive()) {
                received.add(left);
            }
        }
    }
}
