package dev.fermata.tests.neighbours;

import dev.fermata.transformer.analysis.ControlFlow;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.objectweb.asm.tree.MethodNode;

/**
 * Counts the loops of a method: those entered at one place, which are reducible, and those entered at several.
 *
 * <p>A loop is a set of instructions that reach each other. Loops inside it are what remains of it without the
 * instruction that it is entered at first.
 */
final class LoopShapes {
    private final int size;
    private final List<BitSet> successors = new ArrayList<>();
    private final BitSet reached;
    private int reducible;
    private int irreducible;

    private LoopShapes(MethodNode method) {
        size = method.instructions.size();
        ControlFlow flow = new ControlFlow(method);
        for (int at = 0; at < size; at++) {
            BitSet next = new BitSet();
            for (int to : flow.successors(at)) {
                next.set(to);
            }
            for (int handler : flow.handlers(at)) {
                next.set(handler);
            }
            successors.add(next);
        }
        BitSet all = new BitSet();
        all.set(0, size);
        reached = reachable(0, all);
        reached.set(0);
    }

    /** Loops by shape. */
    record Count(int reducible, int irreducible) {}

    static Count of(MethodNode method) {
        LoopShapes shapes = new LoopShapes(method);
        shapes.countIn(shapes.reached);
        return new Count(shapes.reducible, shapes.irreducible);
    }

    private void countIn(BitSet region) {
        BitSet left = (BitSet) region.clone();
        for (int at = left.nextSetBit(0); at >= 0; at = left.nextSetBit(at + 1)) {
            BitSet loop = loopAround(at, region);
            if (!loop.isEmpty()) {
                BitSet entries = entriesOf(loop);
                count(entries);
                left.andNot(loop);
                loop.clear(entries.nextSetBit(0));
                countIn(loop);
            }
        }
    }

    private void count(BitSet entries) {
        if (entries.cardinality() == 1) {
            reducible++;
        } else {
            irreducible++;
        }
    }

    /** What the instruction reaches and what reaches it; empty if it does not reach itself. */
    private BitSet loopAround(int at, BitSet region) {
        BitSet loop = reachable(at, region);
        if (!loop.get(at)) {
            return new BitSet();
        }
        for (int other = loop.nextSetBit(0); other >= 0; other = loop.nextSetBit(other + 1)) {
            if (!reachable(other, region).get(at)) {
                loop.clear(other);
            }
        }
        return loop;
    }

    private BitSet entriesOf(BitSet loop) {
        BitSet entries = new BitSet();
        for (int from = reached.nextSetBit(0); from >= 0; from = reached.nextSetBit(from + 1)) {
            if (!loop.get(from)) {
                entries.or(successors.get(from));
            }
        }
        entries.and(loop);
        if (loop.get(0)) {
            entries.set(0);
        }
        return entries;
    }

    /** What can be reached from an instruction by at least one step within a region. */
    private BitSet reachable(int from, BitSet region) {
        BitSet found = new BitSet();
        BitSet fresh = (BitSet) successors.get(from).clone();
        fresh.and(region);
        while (!fresh.isEmpty()) {
            found.or(fresh);
            BitSet next = new BitSet();
            fresh.stream().forEach(at -> next.or(successors.get(at)));
            next.and(region);
            next.andNot(found);
            fresh = next;
        }
        return found;
    }
}
