package dev.fermata.loop;

/**
 * When the tasks of a loop were spawned, roughly: tasks are numbered, so it is enough to note now and then how many there
 * were by when. So a task costs no field and no look at the clock. The older the notes are the fewer are kept.
 */
final class BirthLog {
    private static final int CAPACITY = 256;

    /** Up to which number tasks had been spawned, ascending; and by when. */
    private final int[] numbers = new int[CAPACITY];

    private final long[] times = new long[CAPACITY];
    private int size;

    /** Whether tasks have been spawned since the last note. */
    boolean isBehind(int spawned) {
        return size == 0 ? spawned > 0 : numbers[size - 1] < spawned;
    }

    /** Notes that so many tasks have been spawned by now. */
    void note(int spawned, long now) {
        if (size == CAPACITY) {
            thinOut();
        }
        numbers[size] = spawned;
        times[size++] = now;
    }

    /** Every second one of the older half. */
    private void thinOut() {
        int kept = 0;
        for (int at = 0; at < CAPACITY; at++) {
            if (at >= CAPACITY / 2 || at % 2 == 1) {
                numbers[kept] = numbers[at];
                times[kept++] = times[at];
            }
        }
        size = kept;
    }

    /** How long ago a task was spawned at least, in nanoseconds. */
    long ageOf(int number, long now) {
        for (int at = 0; at < size; at++) {
            if (numbers[at] >= number) {
                return now - times[at];
            }
        }
        return 0;
    }
}
