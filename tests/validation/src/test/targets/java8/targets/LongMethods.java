package targets;

import static dev.fermata.Coroutine.await;

import dev.fermata.Coroutine;
import dev.fermata.Suspendable;
import dev.fermata.tests.validation.Hazard;
import dev.fermata.tests.validation.Trial;

/** Methods whose jumps and tables are larger than usual. */
final class LongMethods {
    private LongMethods() {}

    /**
     * Compilers copy a finally block to every way out of its try, so there are 511 points, and a jump back that is longer
     * than a plain goto can reach.
     */
    @Suspendable
    @Hazard({"B19", "C6"})
    static Coroutine<Object> finallyDoublesAtEveryLevel(Trial t) {
        int n = 0;
        long unchanged = 5;
        String text = "text";
        do {
            try {
                n += await(t.at("0", 1)); // assertSpillsOnStack(int)
            } finally {
                try {
                    n += await(t.at("1", 1)); // assertSuspends(2) assertSpillsOnStack(int)
                } finally {
                    try {
                        n += await(t.at("2", 1)); // assertSuspends(4) assertSpillsOnStack(int)
                    } finally {
                        try {
                            n += await(t.at("3", 1)); // assertSuspends(8) assertSpillsOnStack(int)
                        } finally {
                            try {
                                n += await(t.at("4", 1));
                            } finally {
                                try {
                                    n += await(t.at("5", 1));
                                } finally {
                                    try {
                                        n += await(t.at("6", 1));
                                    } finally {
                                        try {
                                            n += await(t.at("7", 1));
                                        } finally {
                                            n += await(t.at("8", 1));
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        } while (n < 10);
        return Coroutine.of(n + text + unchanged);
    }

    @Suspendable
    static Coroutine<Object> manyPoints(Trial t) {
        long sum = 0;
        String last = "";
        sum += await(t.at("sum", 0L)); // assertSpillsOnStack(long)
        last = await(t.at("last", last.length() + "x0")); // assertSpills(t, sum)
        sum += await(t.at("sum", 1L)); // assertSpillsOnStack(long)
        last = await(t.at("last", last.length() + "x1")); // assertSpills(t, sum)
        sum += await(t.at("sum", 2L));
        last = await(t.at("last", last.length() + "x2")); // assertSpills(t, sum)
        sum += await(t.at("sum", 3L));
        last = await(t.at("last", last.length() + "x3"));
        sum += await(t.at("sum", 4L));
        last = await(t.at("last", last.length() + "x4"));
        sum += await(t.at("sum", 5L));
        last = await(t.at("last", last.length() + "x5"));
        sum += await(t.at("sum", 6L));
        last = await(t.at("last", last.length() + "x6"));
        sum += await(t.at("sum", 7L));
        last = await(t.at("last", last.length() + "x7"));
        sum += await(t.at("sum", 8L));
        last = await(t.at("last", last.length() + "x8"));
        sum += await(t.at("sum", 9L));
        last = await(t.at("last", last.length() + "x9"));
        sum += await(t.at("sum", 10L));
        last = await(t.at("last", last.length() + "x10"));
        sum += await(t.at("sum", 11L));
        last = await(t.at("last", last.length() + "x11"));
        sum += await(t.at("sum", 12L));
        last = await(t.at("last", last.length() + "x12"));
        sum += await(t.at("sum", 13L));
        last = await(t.at("last", last.length() + "x13"));
        sum += await(t.at("sum", 14L));
        last = await(t.at("last", last.length() + "x14"));
        sum += await(t.at("sum", 15L));
        last = await(t.at("last", last.length() + "x15"));
        sum += await(t.at("sum", 16L));
        last = await(t.at("last", last.length() + "x16"));
        sum += await(t.at("sum", 17L));
        last = await(t.at("last", last.length() + "x17"));
        sum += await(t.at("sum", 18L));
        last = await(t.at("last", last.length() + "x18"));
        sum += await(t.at("sum", 19L));
        last = await(t.at("last", last.length() + "x19"));
        sum += await(t.at("sum", 20L));
        last = await(t.at("last", last.length() + "x20"));
        sum += await(t.at("sum", 21L));
        last = await(t.at("last", last.length() + "x21"));
        sum += await(t.at("sum", 22L));
        last = await(t.at("last", last.length() + "x22"));
        sum += await(t.at("sum", 23L));
        last = await(t.at("last", last.length() + "x23"));
        sum += await(t.at("sum", 24L));
        last = await(t.at("last", last.length() + "x24"));
        sum += await(t.at("sum", 25L));
        last = await(t.at("last", last.length() + "x25"));
        sum += await(t.at("sum", 26L));
        last = await(t.at("last", last.length() + "x26"));
        sum += await(t.at("sum", 27L));
        last = await(t.at("last", last.length() + "x27"));
        sum += await(t.at("sum", 28L));
        last = await(t.at("last", last.length() + "x28"));
        sum += await(t.at("sum", 29L));
        last = await(t.at("last", last.length() + "x29"));
        sum += await(t.at("sum", 30L));
        last = await(t.at("last", last.length() + "x30"));
        sum += await(t.at("sum", 31L));
        last = await(t.at("last", last.length() + "x31"));
        sum += await(t.at("sum", 32L));
        last = await(t.at("last", last.length() + "x32"));
        sum += await(t.at("sum", 33L));
        last = await(t.at("last", last.length() + "x33"));
        sum += await(t.at("sum", 34L));
        last = await(t.at("last", last.length() + "x34"));
        sum += await(t.at("sum", 35L));
        last = await(t.at("last", last.length() + "x35"));
        sum += await(t.at("sum", 36L));
        last = await(t.at("last", last.length() + "x36"));
        sum += await(t.at("sum", 37L));
        last = await(t.at("last", last.length() + "x37"));
        sum += await(t.at("sum", 38L));
        last = await(t.at("last", last.length() + "x38"));
        sum += await(t.at("sum", 39L));
        last = await(t.at("last", last.length() + "x39"));
        sum += await(t.at("sum", 40L));
        last = await(t.at("last", last.length() + "x40"));
        sum += await(t.at("sum", 41L));
        last = await(t.at("last", last.length() + "x41"));
        sum += await(t.at("sum", 42L));
        last = await(t.at("last", last.length() + "x42"));
        sum += await(t.at("sum", 43L));
        last = await(t.at("last", last.length() + "x43"));
        sum += await(t.at("sum", 44L));
        last = await(t.at("last", last.length() + "x44"));
        sum += await(t.at("sum", 45L));
        last = await(t.at("last", last.length() + "x45"));
        sum += await(t.at("sum", 46L));
        last = await(t.at("last", last.length() + "x46"));
        sum += await(t.at("sum", 47L));
        last = await(t.at("last", last.length() + "x47"));
        sum += await(t.at("sum", 48L));
        last = await(t.at("last", last.length() + "x48"));
        sum += await(t.at("sum", 49L));
        last = await(t.at("last", last.length() + "x49"));
        sum += await(t.at("sum", 50L));
        last = await(t.at("last", last.length() + "x50"));
        sum += await(t.at("sum", 51L));
        last = await(t.at("last", last.length() + "x51"));
        sum += await(t.at("sum", 52L));
        last = await(t.at("last", last.length() + "x52"));
        sum += await(t.at("sum", 53L));
        last = await(t.at("last", last.length() + "x53"));
        sum += await(t.at("sum", 54L));
        last = await(t.at("last", last.length() + "x54"));
        sum += await(t.at("sum", 55L));
        last = await(t.at("last", last.length() + "x55"));
        sum += await(t.at("sum", 56L));
        last = await(t.at("last", last.length() + "x56"));
        sum += await(t.at("sum", 57L));
        last = await(t.at("last", last.length() + "x57"));
        sum += await(t.at("sum", 58L));
        last = await(t.at("last", last.length() + "x58"));
        sum += await(t.at("sum", 59L));
        last = await(t.at("last", last.length() + "x59"));
        return Coroutine.of(sum + last);
    }

    @Suspendable
    static Coroutine<Object> loopAroundManyPoints(Trial t) {
        int[] sums = new int[4];
        int rounds = 0;
        while (rounds < 2) {
            sums[0] += rounds * await(t.at("0", 0));
            sums[1] += rounds * await(t.at("1", 1));
            sums[2] += rounds * await(t.at("2", 2));
            sums[3] += rounds * await(t.at("3", 3));
            sums[0] += rounds * await(t.at("4", 4));
            sums[1] += rounds * await(t.at("5", 5));
            sums[2] += rounds * await(t.at("6", 6));
            sums[3] += rounds * await(t.at("7", 7));
            sums[0] += rounds * await(t.at("8", 8));
            sums[1] += rounds * await(t.at("9", 9));
            sums[2] += rounds * await(t.at("10", 10));
            sums[3] += rounds * await(t.at("11", 11));
            sums[0] += rounds * await(t.at("12", 12));
            sums[1] += rounds * await(t.at("13", 13));
            sums[2] += rounds * await(t.at("14", 14));
            sums[3] += rounds * await(t.at("15", 15));
            sums[0] += rounds * await(t.at("16", 16));
            sums[1] += rounds * await(t.at("17", 17));
            sums[2] += rounds * await(t.at("18", 18));
            sums[3] += rounds * await(t.at("19", 19));
            sums[0] += rounds * await(t.at("20", 20));
            sums[1] += rounds * await(t.at("21", 21));
            sums[2] += rounds * await(t.at("22", 22));
            sums[3] += rounds * await(t.at("23", 23));
            sums[0] += rounds * await(t.at("24", 24));
            sums[1] += rounds * await(t.at("25", 25));
            sums[2] += rounds * await(t.at("26", 26));
            sums[3] += rounds * await(t.at("27", 27));
            sums[0] += rounds * await(t.at("28", 28));
            sums[1] += rounds * await(t.at("29", 29));
            rounds++;
        }
        return Coroutine.of(sums);
    }
}
