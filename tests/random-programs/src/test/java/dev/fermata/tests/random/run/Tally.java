package dev.fermata.tests.random.run;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** Counts what has been done. Used by many threads. */
public final class Tally {
    private static final int EXAMPLES = 5;

    private final LongAdder methods = new LongAdder();
    private final LongAdder suspensionPoints = new LongAdder();
    private final LongAdder runs = new LongAdder();
    private final LongAdder resumptions = new LongAdder();
    private final LongAdder compilersFaults = new LongAdder();
    private final Collection<String> examples = new ConcurrentLinkedQueue<>();

    /** Counts a method that is compared. */
    void compared() {
        methods.increment();
    }

    /** Counts the suspension points of a class that has been woven. */
    void woven(int points) {
        suspensionPoints.add(points);
    }

    /** Counts a run, and the points that it reached. */
    void ran(int points) {
        runs.increment();
        resumptions.add(points);
    }

    /** Counts a method that its compiler does not take, or makes a class of that does not verify or has no room for weaving. */
    void compilersFault(String what) {
        compilersFaults.increment();
        if (examples.size() < EXAMPLES) {
            examples.add(what);
        }
    }

    /** Some of what the compilers did. */
    public Collection<String> examplesOfCompilersFaults() {
        return List.copyOf(examples);
    }

    /** The methods compared so far. */
    public long methods() {
        return methods.sum();
    }

    /** The methods that have been left out because of their compiler. */
    public long compilersFaults() {
        return compilersFaults.sum();
    }

    @Override
    public String toString() {
        return methods + " methods, " + suspensionPoints + " suspension points in their code, " + runs
                + " woven runs over " + resumptions + " points, " + compilersFaults
                + " methods left out (their compiler rejects or breaks them)";
    }
}
