package dev.fermata.tests.conformance.generators;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What is in the middle of being used at a yield is there after it. */
public final class LocalsAndOperands extends Scenarios {
    @Scenario("GEN-04")
    public void independent_instances_keep_their_own_locals() {
        Generator<Long, Object, Void> one = fibonacci();
        Generator<Long, Object, Void> two = fibonacci();
        log(take(6, one));
        log(take(3, two));
        log(one.next(), two.next());
        log("own iterator", one.iterator() == one);
        Generator<Long, Object, Void> big = fibonacci();
        long last = 0;
        for (int i = 0; i < 91; i++) {
            last = big.next();
        }
        log("value 90", last);
    }

    private static List<Long> take(int count, Generator<Long, Object, Void> g) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(g.next());
        }
        return values;
    }

    @Suspendable
    private static Generator<Long, Object, Void> fibonacci() {
        long a = 0;
        long b = 1;
        while (true) {
            Generator.yield(a);
            long sum = a + b;
            a = b;
            b = sum;
        }
    }

    @Scenario("GEN-07")
    public void yields_inside_expressions_keep_the_operands_evaluated_before() {
        Generator<String, Object, Integer> g = expressions();
        attempt("next", g::next);
        for (Object value : List.of(50, 8, 1, 3, "p", "q", "X", "Y", 7)) {
            attempt("send " + value, () -> g.send(value));
        }
    }

    @Suspendable
    private Generator<String, Object, Integer> expressions() {
        int base = 1000;
        log("difference", Generator.<Integer>yield("l") - Generator.<Integer>yield("r"));
        log("picked", pick(Generator.<Integer>yield("a"), 2, Generator.<Integer>yield("c")));
        log("list", List.of(Generator.yield("i0"), "mid", Generator.yield("i2")));
        log("text", "<" + Generator.yield("x") + "|" + Generator.yield("y") + ">");
        return Generator.returning(base + Generator.<Integer>yield("last"));
    }

    private int pick(int a, int b, int c) {
        log("pick", a, b, c);
        return a * 100 + b * 10 + c;
    }

    @Scenario("GEN-33")
    public void locals_of_every_kind_are_restored_at_each_resumption() {
        List<Object> shared = new ArrayList<>();
        long total = 0;
        Generator<Long, Object, List<Object>> g = mixedLocals(shared);
        while (true) {
            try {
                total += g.next();
            } catch (StopIteration e) {
                log("total", total);
                log(e);
                break;
            }
        }
        log(shared);
    }

    @Suspendable
    private static Generator<Long, Object, List<Object>> mixedLocals(List<Object> shared) {
        boolean flag = false;
        short counter = 0;
        long product = 1;
        String text = "";
        Integer[] cells = {1, 2, 3, 4, 5};
        for (int outer = 0; outer < 20; outer++) {
            for (byte inner = 0; inner < 25; inner++) {
                int step = outer * 31 + inner;
                flag = !flag;
                counter++;
                product = product * (step + 7) % 1000003;
                char letter = "abcdefghij".charAt(counter % 10);
                text = lastEight(text + letter);
                cells = rotated(cells);
                if (counter % 100 == 0) {
                    shared.add(counter);
                }
                Generator.yield(counter + product);
            }
        }
        return Generator.returning(List.of(text, Arrays.asList(cells), flag, product));
    }

    private static String lastEight(String text) {
        return text.substring(Math.max(0, text.length() - 8));
    }

    private static Integer[] rotated(Integer[] cells) {
        Integer[] rotated = Arrays.copyOfRange(cells, 1, cells.length + 1);
        rotated[cells.length - 1] = cells[0];
        return rotated;
    }
}
