package dev.fermata.tests.speed;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
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
 * every machine; a few percent above what is seen), and allocated bytes once C2 has compiled it, on newer JDKs and on 17. On 17 C2 leaves the boxes of a boxed generator; whether it
 * removes the frame of an await that does not suspend depends on when it compiles what.
 */
enum Work {
    FLAT_GENERATOR(160, 0.1, 16) {
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
    TREE_WALK(645, 97, 97) {
        @Override
        long run(int times) {
            long sum = 0;
            for (int value : inOrder(0, times)) {
                sum += value;
            }
            return sum;
        }
    },
    READY_AWAIT(127, 48.5, 48.5) {
        @Override
        long run(int times) {
            return onALoop(awaiting(times));
        }
    },
    LOOP_TURN(645, 33, 33) {
        @Override
        long run(int times) {
            return onALoop(turning(times));
        }
    },
    SPAWN(1440, 146, 146) {
        @Override
        long run(int times) {
            return onALoop(spawning(times));
        }
    },
    GATHER(1212, 335, 335) {
        @Override
        long run(int times) {
            return onALoop(gathering(times));
        }
    },
    CHANNEL_ROUND_TRIP(2042, 210, 210) {
        @Override
        long run(int times) {
            return onALoop(echoed(times));
        }
    },
    LOCK(1509, 98, 98) {
        @Override
        long run(int times) {
            return onALoop(locked(times));
        }
    };

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

    /** Runs the operation so often; gives 0 + 1 + ... + (times - 1). */
    abstract long run(int times);

    private static long onALoop(Coroutine<Long> main) {
        try (EventLoop loop = new EventLoop()) {
            return loop.runUntilComplete(main);
        }
    }

    @Suspendable
    private static Iterable<Integer> range(int upTo) {
        for (int i = 0; i < upTo; i++) {
            Generator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static PrimitiveIterator.OfInt ints(int upTo) {
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
    private static Coroutine<Integer> same(int value) {
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
}
