package dev.fermata.tests.speed;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.Task;
import dev.fermata.queue.Channel;
import dev.fermata.sync.Lock;
import dev.fermata.tasks.Tasks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;

/**
 * Operations that have to stay cheap, each with its bounds: executed bytecodes of runtime and woven code (exact, the same on
 * every machine and JDK; the bound is three percent above what is seen), and allocated bytes once C2 has compiled it, on
 * JDK 25 and on 17.
 *
 * <p>Where next to nothing is allowed, C2 has to leave out frames and boxes. The generator of objects boxes its values where
 * they leave the frame, because C2 of JDK 17 keeps a box that has been stored there. The tree walk pays 48 bytes for each of
 * two frames a value, and 16 for the box. Of a channel's round trip and of a lock C2 leaves out more on JDK 25 (80 and 48 bytes
 * remain) than on 17; these two bounds have room on 25, since how much depends on what it inlines.
 */
enum Work {
    FLAT_GENERATOR(182, 0.1, 0.1) {
        @Override
        long run(int times) {
            long sum = 0;
            for (int value : range(times)) {
                sum += value;
            }
            return sum;
        }
    },
    INT_GENERATOR(160, 0.1, 0.1) {
        @Override
        long run(int times) {
            long sum = 0;
            for (PrimitiveIterator.OfInt values = ints(times); values.hasNext(); ) {
                sum += values.nextInt();
            }
            return sum;
        }
    },
    TREE_WALK(703, 113, 113) {
        @Override
        long run(int times) {
            long sum = 0;
            for (int value : inOrder(0, times)) {
                sum += value;
            }
            return sum;
        }
    },
    READY_AWAIT(126, 1, 1) {
        @Override
        long run(int times) {
            return onALoop(awaiting(times));
        }
    },
    LOOP_TURN(328, 1, 1) {
        @Override
        long run(int times) {
            return onALoop(turning(times));
        }
    },
    SPAWN(1433, 137, 137) {
        @Override
        long run(int times) {
            return onALoop(spawning(times));
        }
    },
    GATHER(1273, 176, 176) {
        @Override
        long run(int times) {
            return onALoop(gathering(times));
        }
    },
    CHANNEL_ROUND_TRIP(2047, 160, 226) {
        @Override
        long run(int times) {
            return onALoop(echoed(times));
        }
    },
    LOCK(1235, 113, 113) {
        @Override
        long run(int times) {
            return onALoop(locked(times));
        }
    },
    TIMER(1398, 97, 97) {
        @Override
        long run(int times) {
            return onALoop(sleeping(times));
        }
    },
    RESUMPTION(121, 0.1, 0.1) {
        @Override
        long run(int times) {
            return driven(suspending(times));
        }
    },
    RESUMPTION_BELOW_TEN_CALLERS(200, 0.1, 0.1) {
        @Override
        long run(int times) {
            return driven(below(10, times));
        }
    };

    private static final Duration MOMENT = Duration.ofMillis(1);
    private static final Object SIGNAL = "signal";

    private final double bytecodes;
    private final double bytes;
    private final double bytesOn17;

    Work(double bytecodes, double bytes, double bytesOn17) {
        this.bytecodes = bytecodes;
        this.bytes = bytes;
        this.bytesOn17 = bytesOn17;
    }

    /** The most bytecodes that one operation may run. */
    double bytecodes() {
        return bytecodes;
    }

    /** The most bytes that one operation may allocate. */
    double bytes() {
        return Runtime.version().feature() < 25 ? bytesOn17 : bytes;
    }

    /** Runs the operation so often; gives {@link #sum}. */
    abstract long run(int times);

    /** The sum of 0, 1, ..., times - 1. */
    static long sum(int times) {
        return times * (times - 1L) / 2;
    }

    private static long onALoop(Coroutine<Long> main) {
        try (EventLoop loop = new EventLoop(new JumpingClock())) {
            return loop.runUntilComplete(main);
        }
    }

    /** The smallest loop there is: resumes a coroutine with what it has suspended with, until it ends. */
    private static long driven(Coroutine<Long> coroutine) {
        Object echo = null;
        try {
            for (; ; ) {
                echo = coroutine.send(echo);
            }
        } catch (StopIteration end) {
            return (Long) end.value();
        }
    }

    @Suspendable
    static Iterable<Integer> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    static PrimitiveIterator.OfInt ints(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Generator<Integer, Object, Void> inOrder(int from, int to) {
        if (from < to) {
            int middle = (from + to) >>> 1;
            Generator.yieldFrom(inOrder(from, middle));
            Generator.yield(middle);
            Generator.yieldFrom(inOrder(middle + 1, to));
        }
        return null;
    }

    @Suspendable
    static Coroutine<Integer> same(int value) {
        return Coroutine.of(value);
    }

    @Suspendable
    private static Coroutine<Long> awaiting(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Coroutine.<Integer>await(same(i));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> turning(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            Coroutine.await(EventLoop.sleep(Duration.ZERO));
            sum += i;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> spawning(int times) {
        EventLoop loop = EventLoop.current();
        long sum = 0;
        for (int i = 0; i < times; i++) {
            sum += Coroutine.<Integer>await(loop.spawn(same(i)));
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> gathering(int times) {
        List<Coroutine<Integer>> all = new ArrayList<>(times);
        for (int i = 0; i < times; i++) {
            all.add(same(i));
        }
        long sum = 0;
        List<Integer> values = Coroutine.await(Tasks.gather(all));
        for (int value : values) {
            sum += value;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> echoed(int times) {
        Channel<Integer> there = Channel.rendezvous();
        Channel<Integer> back = Channel.rendezvous();
        Task<Void> echo = EventLoop.current().spawn(echo(there, back, times));
        long sum = 0;
        for (int i = 0; i < times; i++) {
            Coroutine.await(there.send(i));
            sum += Coroutine.<Integer>await(back.receive());
        }
        Coroutine.await(echo);
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Void> echo(Channel<Integer> there, Channel<Integer> back, int times) {
        for (int i = 0; i < times; i++) {
            Integer value = Coroutine.await(there.receive());
            Coroutine.await(back.send(value));
        }
        return null;
    }

    @Suspendable
    private static Coroutine<Long> locked(int times) {
        Lock lock = new Lock();
        Task<Long> one = EventLoop.current().spawn(contender(lock, 0, times));
        Task<Long> other = EventLoop.current().spawn(contender(lock, 1, times));
        return Coroutine.of(Coroutine.<Long>await(one) + Coroutine.<Long>await(other));
    }

    @Suspendable
    private static Coroutine<Long> contender(Lock lock, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i += 2) {
            Coroutine.await(lock.acquire());
            try {
                sum += i;
                Coroutine.await(EventLoop.sleep(Duration.ZERO));
            } finally {
                lock.release();
            }
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> sleeping(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            Coroutine.await(EventLoop.sleep(MOMENT));
            sum += i;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> suspending(int times) {
        long sum = 0;
        for (int i = 0; i < times; i++) {
            Coroutine.suspend(SIGNAL);
            sum += i;
        }
        return Coroutine.of(sum);
    }

    @Suspendable
    private static Coroutine<Long> below(int callers, int times) {
        return Coroutine.of(Coroutine.<Long>await(callers == 1 ? suspending(times) : below(callers - 1, times)));
    }
}
