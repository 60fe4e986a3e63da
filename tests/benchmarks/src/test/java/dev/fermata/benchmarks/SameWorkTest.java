package dev.fermata.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** All sides of a benchmark compute the same. */
class SameWorkTest {
    private static final long SUM = (long) FlatGenerator.ITEMS * (FlatGenerator.ITEMS - 1) / 2;

    @Test
    void flat_generators_yield_the_same_items() {
        FlatGenerator flat = new FlatGenerator();
        assertEquals(SUM, flat.fermata());
        assertEquals(SUM, flat.handWritten());
        assertEquals(SUM, flat.kotlin());
    }

    @Test
    void tree_walks_visit_the_same_nodes() {
        TreeWalk walk = new TreeWalk();
        assertEquals(SUM, walk.fermata());
        assertEquals(SUM, walk.handWritten());
        assertEquals(SUM, walk.kotlinScope());
        assertEquals(SUM, walk.kotlinYieldAll());
    }

    @Test
    void chains_are_equally_long() {
        AwaitChain chain = new AwaitChain();
        chain.depth = 10;
        chain.suspend();
        assertEquals(11, chain.fermata());
        assertEquals(11, chain.handWritten());
        assertEquals(11, chain.kotlin());
        assertEquals(null, chain.fermataSwitch());
    }
}
