package dev.fermata.loop;

/**
 * When the tasks of a loop were spawned, roughly: tasks are numbered, so it is enough to note now and then how many there
 * were by when. So a task costs no field and no look at the clock. Of the older notes fewer are kept, so that an age is known to
 * within a quarter of it, or to the millisecond.
 */
final class BirthLog {
    /** More than can be left when the log is thinned out, however long the time it covers. */
    private static final int CAPACITY = 256;

    private static final long FINEST = 1_000_000;

    /** Up to which number tasks had been spawned, ascending but for the wrap; and by when. */
    private final int[] numbers = new int[CAPACITY];

    private final long[] times = new long[CAPACITY];
    private int size;

    /** When the loop last looked at its clock, as far as it has told. */
    private long lookedAt;

    /** Whether tasks have been spawned since the last note. */
    boolean isBehind(int spawned) {
        return size == 0 ? spawned != 0 : spawned - numbers[size - 1] > 0;
    }

    /** Notes that so many tasks have been spawned by now. */
    void note(int spawned, long now) {
        if (size == CAPACITY) {
            thinOut(now);
        }
        numbers[size] = spawned;
        times[size++] = now;
        lookedAt = now;
    }

    /** It is now, and so many tasks have been spawned. */
    void look(int spawned, long now) {
        if (isBehind(spawned)) {
            note(spawned, now);
        } else {
            lookedAt = now;
        }
    }

    /**
     * From the newest to the oldest, leaves out those without which the distance between their neighbours is no more than a third
     * of the age of the younger one. Of the others, two together are farther apart than that, so they are about two hundred
     * if they go back for centuries.
     */
    private void thinOut(long now) {
        int kept = CAPACITY;
        long younger = now;
        for (int at = CAPACITY - 1; at >= 0; at--) {
            if (at == 0 || younger - times[at - 1] > Math.max(FINEST, (now - younger) / 3)) {
                numbers[--kept] = numbers[at];
                younger = times[kept] = times[at];
            }
        }
        size = CAPACITY - kept;
        System.arraycopy(numbers, kept, numbers, 0, size);
        System.arraycopy(times, kept, times, 0, size);
    }

    /** How long ago a task was spawned at least, in nanoseconds. */
    long ageOf(int number, long now) {
        long age = 0;
        for (int at = size - 1; at >= 0 && numbers[at] - number >= 0; at--) {
            age = now - times[at];
        }
        return age;
    }

    /**
     * The same in a loop that is stuck. What was spawned after the last note came after the last look, but not long after, for
     * a loop that works looks again soon; how long is not known.
     */
    long ageIfStuck(int number, long now) {
        return isBehind(number) ? now - lookedAt : ageOf(number, now);
    }
}
