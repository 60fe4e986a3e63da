package dev.fermata.queue;

import static dev.fermata.Coroutine.await;
import static dev.fermata.loop.EventLoop.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.exploring.Explorer;
import dev.fermata.exploring.Scenario;
import dev.fermata.loop.Task;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is cancelled at whatever point: no element is lost or doubled, nobody waits in vain. */
class QueueCancellationTest {
    enum Subject {
        FIFO(() -> new ThroughQueue(AsyncQueue.fifo(1))),
        FIFO_OF_TWO(() -> new ThroughQueue(AsyncQueue.fifo(2))),
        LIFO(() -> new ThroughQueue(AsyncQueue.lifo(2))),
        PRIORITY(() -> new ThroughQueue(AsyncQueue.priority(2, Comparator.reverseOrder()))),
        UNLIMITED(() -> new ThroughQueue(AsyncQueue.fifo(0))),
        JOINED(Joined::new),
        SHUT_DOWN(ShutDown::new),
        RENDEZVOUS(() -> new ThroughChannel(Channel.rendezvous())),
        BUFFERED(() -> new ThroughChannel(Channel.buffered(1))),
        BUFFERED_TWO(() -> new ThroughChannel(Channel.buffered(2))),
        CLOSED(Closed::new),
        SELECT_RECEIVE(() -> new Selecting(Channel.rendezvous(), Channel.rendezvous(), false)),
        SELECT_RECEIVE_BUFFERED(() -> new Selecting(Channel.buffered(1), Channel.rendezvous(), false)),
        SELECT_BOTH_ENDS(() -> new Selecting(Channel.rendezvous(), Channel.rendezvous(), true)),
        SELECT_TIMEOUT(Impatient::new);

        private final Supplier<Scenario> scenario;

        Subject(Supplier<Scenario> scenario) {
            this.scenario = scenario;
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_task_is_cancelled_anywhere(Subject subject) {
        Explorer.cancelOneAnywhere(subject.scenario);
    }

    @ParameterizedTest
    @EnumSource
    void two_tasks_are_cancelled_anywhere(Subject subject) {
        Explorer.cancelTwoByChance(subject.scenario, 7, 500);
    }

    private static final class ThroughQueue extends Traffic {
        private final AsyncQueue<String> queue;

        ThroughQueue(AsyncQueue<String> queue) {
            this.queue = queue;
        }

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(put("a"), get(), put("b"), get(), put("c"), get());
        }

        @Suspendable
        private Coroutine<Void> put(String name) {
            for (int i = 0; i < 3; i++) {
                await(queue.put(name + i));
                sent(name + i);
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> get() {
            for (int i = 0; i < 3; i++) {
                received(await(queue.get()));
                point();
            }
            return null;
        }

        @Override
        public void drain() {
            assertTrue(
                    queue.isEmpty() || queue.toString().contains(" 0 waiting to get"),
                    () -> "somebody waits for what is there: " + queue);
            assertTrue(
                    queue.isFull() || queue.toString().contains(" 0 waiting to put"),
                    () -> "somebody waits for a place that is there: " + queue);
            while (!queue.isEmpty()) {
                received(queue.tryGet());
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertNothingLostOrDoubled();
            assertFalse(queue.isFull(), "a place was lost");
        }
    }

    private static final class Joined extends Scenario {
        private final AsyncQueue<Integer> queue = AsyncQueue.fifo(2);
        private boolean joined;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(produce(), work(), work(), join(), join());
        }

        @Suspendable
        private Coroutine<Void> produce() {
            for (int i = 0; i < 4; i++) {
                await(queue.put(i));
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> work() {
            for (; ; ) {
                await(queue.get());
                try {
                    await(sleep(Duration.ZERO));
                    point();
                } finally {
                    queue.taskDone();
                }
            }
        }

        @Suspendable
        private Coroutine<Void> join() {
            await(sleep(Duration.ZERO));
            await(queue.join());
            joined = true;
            return null;
        }

        @Override
        public void check(List<Task<?>> tasks) {
            boolean hasWorkers = !tasks.get(1).isDone() || !tasks.get(2).isDone();
            if (hasWorkers) {
                assertTrue(tasks.get(3).isDone() && tasks.get(4).isDone(), "they join for ever");
                assertTrue(joined || tasks.get(3).isCancelled() && tasks.get(4).isCancelled());
            }
        }
    }

    private static final class ShutDown extends Traffic {
        private final AsyncQueue<String> queue = AsyncQueue.fifo(1);

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(put("a"), put("b"), get(), get(), shutDown());
        }

        @Suspendable
        private Coroutine<Void> put(String name) {
            try {
                for (int i = 0; i < 20; i++) {
                    await(queue.put(name + i));
                    sent(name + i);
                    point();
                }
            } catch (QueueShutDownException expected) {
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> get() {
            try {
                for (; ; ) {
                    received(await(queue.get()));
                    point();
                }
            } catch (QueueShutDownException expected) {
                return null;
            }
        }

        @Suspendable
        private Coroutine<Void> shutDown() {
            try {
                for (int i = 0; i < 6; i++) {
                    await(sleep(Duration.ZERO));
                }
            } finally {
                queue.shutdown();
                point();
            }
            return null;
        }

        @Override
        public void drain() {
            queue.shutdown(); // in case that task was cancelled before it began
            while (!queue.isEmpty()) {
                received(queue.tryGet());
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertAllDone(tasks);
            assertNothingLostOrDoubled();
        }
    }

    private static class ThroughChannel extends Traffic {
        private final Channel<String> channel;

        ThroughChannel(Channel<String> channel) {
            this.channel = channel;
        }

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(send("a"), receive(), send("b"), receive(), send("c"), receive());
        }

        @Suspendable
        private Coroutine<Void> send(String name) {
            for (int i = 0; i < 3; i++) {
                await(channel.send(name + i));
                sent(name + i);
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> receive() {
            for (int i = 0; i < 3; i++) {
                received(await(channel.receive()));
                point();
            }
            return null;
        }

        @Override
        public void drain() {
            assertEquals(
                    0, Math.min(channel.size(), channel.receivers().size()), () -> "they miss each other: " + channel);
            for (String left = channel.tryReceive(); left != null; left = channel.tryReceive()) {
                received(left);
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            for (int i = 0; i < 6; i += 2) {
                assertTrue(tasks.get(i).isDone(), "everything has been drained, and somebody waits to send");
            }
            assertNothingLostOrDoubled();
        }
    }

    private static final class Closed extends Traffic {
        private final Channel<String> channel = Channel.rendezvous();

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(send("a"), send("b"), receive(), receive(), close());
        }

        @Suspendable
        private Coroutine<Void> send(String name) {
            try {
                for (int i = 0; i < 20; i++) {
                    await(channel.send(name + i));
                    sent(name + i);
                    point();
                }
            } catch (ChannelClosedException expected) {
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> receive() {
            try {
                for (; ; ) {
                    received(await(channel.receive()));
                    point();
                }
            } catch (ChannelClosedException expected) {
                return null;
            }
        }

        @Suspendable
        private Coroutine<Void> close() {
            try {
                for (int i = 0; i < 6; i++) {
                    await(sleep(Duration.ZERO));
                }
            } finally {
                channel.close();
                point();
            }
            return null;
        }

        @Override
        public void drain() {
            channel.close();
            while (channel.size() > 0) {
                received(channel.tryReceive());
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertAllDone(tasks);
            assertNothingLostOrDoubled();
        }
    }

    /** Receivers, and if wanted senders, take either of two channels. */
    private static final class Selecting extends Traffic {
        private final Channel<String> first;
        private final Channel<String> second;
        private final boolean both;
        private final Random random = new Random(1);

        Selecting(Channel<String> first, Channel<String> second, boolean both) {
            this.first = first;
            this.second = second;
            this.both = both;
        }

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(
                    receive(), both ? sendEither("a") : send(first, "a"), receive(), send(second, "b"), receiveOne());
        }

        @Suspendable
        private Coroutine<Void> send(Channel<String> channel, String name) {
            for (int i = 0; i < 3; i++) {
                await(channel.send(name + i));
                sent(name + i);
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> sendEither(String name) {
            for (int i = 0; i < 3; i++) {
                String element = name + i;
                await(Select.<Boolean>shuffled(random)
                        .send(first, element, () -> true)
                        .send(second, element, () -> true)
                        .run());
                sent(element);
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> receive() {
            for (int i = 0; i < 3; i++) {
                received(await(Select.<String>shuffled(random)
                        .receive(first, element -> element)
                        .receive(second, element -> element)
                        .run()));
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> receiveOne() {
            received(await(second.receive()));
            return null;
        }

        @Override
        public void drain() {
            drain(first);
            drain(second);
        }

        private void drain(Channel<String> channel) {
            assertEquals(
                    0, Math.min(channel.size(), channel.receivers().size()), () -> "they miss each other: " + channel);
            for (String left = channel.tryReceive(); left != null; left = channel.tryReceive()) {
                received(left);
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertNothingLostOrDoubled();
        }
    }

    /** The time is up in the turn in which the element comes. */
    private static final class Impatient extends Traffic {
        private final Channel<String> channel = Channel.rendezvous();
        private int late;

        @Override
        public List<Coroutine<?>> bodies() {
            return List.of(receive(), receive(), send("a"), send("b"));
        }

        @Suspendable
        private Coroutine<Void> receive() {
            for (int i = 0; i < 4; i++) {
                String element = await(Select.<String>of()
                        .receive(channel, received -> received)
                        .timeout(Duration.ofMillis(1), () -> "late")
                        .run());
                if (element.equals("late")) {
                    late++;
                } else {
                    received(element);
                }
                point();
            }
            return null;
        }

        @Suspendable
        private Coroutine<Void> send(String name) {
            for (int i = 0; i < 3; i++) {
                await(sleep(Duration.ofMillis(1)));
                await(channel.send(name + i));
                sent(name + i);
                point();
            }
            return null;
        }

        @Override
        public void drain() {
            for (String left = channel.tryReceive(); left != null; left = channel.tryReceive()) {
                received(left);
            }
        }

        @Override
        public void check(List<Task<?>> tasks) {
            assertNothingLostOrDoubled();
            assertEquals(0, channel.receivers().size());
            boolean undisturbed = tasks.subList(0, 2).stream().noneMatch(Task::isCancelled);
            assertTrue(late > 0 || !undisturbed, "the scenario tests nothing");
        }
    }
}
