package dev.fermata.examples;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;

/**
 * Delegation (PEP 380): what {@code bottom} yields comes out of {@code top}, what is sent to {@code top} goes down to
 * {@code bottom}, and results travel back up the calls.
 */
public final class BottomMiddleTop {
    private BottomMiddleTop() {}

    @Suspendable
    static Generator<Integer, Integer, Integer> bottom() {
        Integer answer = Generator.yield(42);
        return Generator.returning(answer);
    }

    @Suspendable
    static Generator<Integer, Integer, Integer> middle() {
        Integer result = Generator.yieldFrom(bottom());
        return Generator.returning(result);
    }

    /** Returns the generator it delegates to: the short form of what {@code middle} does. */
    @Suspendable
    static Generator<Integer, Integer, Integer> top() {
        return middle();
    }

    /**
     * Takes one value out, sends its double in, prints the result.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        Generator<Integer, Integer, Integer> generator = top();
        int value = generator.next();
        System.out.println(value);
        try {
            generator.send(value * 2);
        } catch (StopIteration end) {
            System.out.println(end.value());
        }
    }
}
