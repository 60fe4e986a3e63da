package dev.fermata.benchmarks.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Callbacks by deadline. */
public final class SleepingCallbacks {
    private static final long MILLISECOND = 1_000_000;

    private static final class Timer implements Comparable<Timer> {
        private final long deadline;
        private final long sequence;
        private Runnable callback;

        Timer(long deadline, long sequence, Runnable callback) {
            this.deadline = deadline;
            this.sequence = sequence;
            this.callback = callback;
        }

        @Override
        public int compareTo(Timer other) {
            int byDeadline = Long.signum(deadline - other.deadline);
            return byDeadline != 0 ? byDeadline : Long.compare(sequence, other.sequence);
        }
    }

    private SleepingCallbacks() {}

    /**
     * Adds timers and waits for them, or takes them back.
     *
     * @param timers how many
     * @param cancelled whether to take them back
     * @return how many have gone
     */
    public static long ended(int timers, boolean cancelled) {
        PriorityQueue<Timer> queue = new PriorityQueue<>();
        List<Timer> all = new ArrayList<>(timers);
        long[] fired = {0};
        for (int i = 0; i < timers; i++) {
            long delay = cancelled ? Long.MAX_VALUE / 4 : MILLISECOND;
            Timer timer = new Timer(System.nanoTime() + delay, i, () -> fired[0]++);
            queue.add(timer);
            all.add(timer);
        }
        if (cancelled) {
            for (Timer timer : all) {
                timer.callback = null;
                fired[0]++;
            }
            queue.clear();
        }
        while (!queue.isEmpty()) {
            if (queue.peek().deadline - System.nanoTime() <= 0) {
                queue.poll().callback.run();
            }
        }
        return fired[0];
    }
}
