package dev.fermata.benchmarks.memory;

import java.util.function.Supplier;

/**
 * Makes very many generators, and very many chains of coroutines, that nothing but an array holds. Prints what one
 * generator takes, and what each frame takes that makes a chain longer.
 */
final class SuspendedThings {
    private static final int COUNT = 100_000;
    private static final int SHORT = 1;
    private static final int LONG = 11;

    private SuspendedThings() {}

    /** The argument is the name of the constant that says in which way. */
    public static void main(String[] arguments) {
        Suspended way = Suspended.valueOf(arguments[0]);
        Heap.print("SuspendedGenerator", bytesOf(way::generator), COUNT);
        long longer = bytesOf(() -> way.chain(LONG)) - bytesOf(() -> way.chain(SHORT));
        Heap.print("SuspendedCoroutine", longer, COUNT * (LONG - SHORT));
    }

    private static long bytesOf(Supplier<Object> maker) {
        maker.get(); // what belongs to the classes is not counted
        Object[] all = new Object[COUNT];
        long before = Heap.used();
        for (int i = 0; i < COUNT; i++) {
            all[i] = maker.get();
        }
        long bytes = Heap.used() - before;
        if (all[COUNT - 1] == null) { // all are alive up to here
            throw new AssertionError();
        }
        return bytes;
    }
}
