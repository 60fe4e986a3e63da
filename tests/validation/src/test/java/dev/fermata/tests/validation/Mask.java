package dev.fermata.tests.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** At which points a woven run suspends, and how often. The blocking reading never does. */
public sealed interface Mask {
    int RANDOM_MASKS = 8;

    /** How many times to suspend at a point before the value is there. */
    int pauses(int point);

    /** Whether a fault is raised by the driver, rather than thrown by what is awaited. */
    boolean raises(int point);

    public static Mask never() {
        return new Every(0);
    }

    /** All masks that a run with these points is tried with. */
    public static List<Mask> forPoints(List<Integer> points, long seed) {
        List<Mask> masks = new ArrayList<>(List.of(never(), new Every(1)));
        if (points.isEmpty()) {
            return masks;
        }
        points.forEach(point -> masks.add(new Only(point)));
        for (int i = 0; i < RANDOM_MASKS; i++) {
            masks.add(new Seeded(seed + i));
        }
        return masks;
    }

    record Every(int pauses) implements Mask {
        @Override
        public int pauses(int point) {
            return pauses;
        }

        @Override
        public boolean raises(int point) {
            return false;
        }
    }

    record Only(int point) implements Mask {
        @Override
        public int pauses(int other) {
            return other == point ? 1 : 0;
        }

        @Override
        public boolean raises(int other) {
            return true;
        }
    }

    /** At half of the points, up to three times, by chance. */
    record Seeded(long seed) implements Mask {
        @Override
        public int pauses(int point) {
            Random random = at(point);
            return random.nextBoolean() ? 1 + random.nextInt(3) : 0;
        }

        @Override
        public boolean raises(int point) {
            return at(~point).nextBoolean();
        }

        private Random at(int point) {
            return new Random(seed * 1_000_003 + point);
        }
    }
}
