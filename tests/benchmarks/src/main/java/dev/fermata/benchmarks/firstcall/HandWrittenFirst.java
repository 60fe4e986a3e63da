package dev.fermata.benchmarks.firstcall;

import dev.fermata.benchmarks.peers.RangeIterator;
import java.util.Iterator;

/** An iterator class and ordinary calls. */
final class HandWrittenFirst {
    private HandWrittenFirst() {}

    static int item() {
        Iterator<Integer> values = new RangeIterator(2);
        return values.next();
    }

    static int result() {
        return outer();
    }

    private static int outer() {
        return inner() + 1;
    }

    private static int inner() {
        return 1;
    }
}
