package dev.fermata.tests.random.run;

import dev.fermata.tests.validation.BlockingRun;
import dev.fermata.tests.validation.CoroutineRun;
import dev.fermata.tests.validation.GeneratorRun;
import dev.fermata.tests.validation.Input;
import dev.fermata.tests.validation.Mask;
import dev.fermata.tests.validation.Outcome;
import dev.fermata.tests.validation.TargetLoader;
import dev.fermata.tests.validation.TargetMethod;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Runs one method woven, in many ways, against the same method blocking. */
final class Comparison {
    private static final int POINTS = 12;
    private static final int FAULTS = 6;

    private final TargetMethod method;
    private final TargetLoader blocking;
    private final TargetLoader woven;
    private final Tally tally;
    private final Random random;

    Comparison(TargetMethod method, TargetLoader blocking, TargetLoader woven, Tally tally) {
        this.method = method;
        this.blocking = blocking;
        this.woven = woven;
        this.tally = tally;
        this.random = new Random(method.name().hashCode());
    }

    /** The first difference; null if there is none. */
    Failure run() {
        Outcome faultless = BlockingRun.of(method, blocking, Input.faultless());
        for (Input input : inputs(faultless.points())) {
            Failure failure = method.isCoroutine() ? runCoroutine(input) : runGenerator(input);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Without a fault, and with some faults at some points. */
    private List<Input> inputs(int points) {
        List<Integer> some = some(points);
        List<Input> all = method.isCoroutine() ? Input.ofCoroutine(some) : Input.ofGenerator(some);
        List<Input> faulty = new ArrayList<>(all.subList(1, all.size()));
        Collections.shuffle(faulty, random);
        List<Input> chosen = new ArrayList<>(faulty.subList(0, Math.min(FAULTS, faulty.size())));
        chosen.add(0, all.get(0));
        return chosen;
    }

    private Failure runCoroutine(Input input) {
        Outcome expected = BlockingRun.of(method, blocking, input);
        List<Mask> masks = Mask.forPoints(some(expected.points()), random.nextInt());
        List<Mask> chosen = input.equals(Input.faultless()) ? masks : few(masks);
        for (Mask mask : chosen) {
            Failure failure = compare(expected, CoroutineRun.of(method, woven, input, mask), input, mask);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    /** Never, always, and one by chance. */
    private List<Mask> few(List<Mask> masks) {
        List<Mask> few = new ArrayList<>(masks.subList(0, 2));
        few.add(masks.get(random.nextInt(masks.size())));
        return few;
    }

    private Failure runGenerator(Input input) {
        if (method.kind() == java.util.stream.Stream.class && !input.isForStreams()) {
            return null;
        }
        Outcome expected = BlockingRun.of(method, blocking, input);
        for (GeneratorRun run : GeneratorRun.values()) {
            Failure failure = compare(expected, run.of(method, woven, input), input, run);
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }

    private Failure compare(Outcome expected, Outcome actual, Input input, Object mask) {
        tally.ran(actual.points());
        return expected.text().equals(actual.text())
                ? null
                : new Failure(
                        Failure.Sort.RUNS_OTHERWISE,
                        "on " + input + " with " + mask + "\nexpected:\n" + expected.text() + "\nwoven:\n"
                                + actual.text());
    }

    /** All of few points; of many some, by chance. */
    private List<Integer> some(int points) {
        if (points <= POINTS) {
            return IntStream.range(0, points).boxed().toList();
        }
        return random.ints(0, points).distinct().limit(POINTS).sorted().boxed().toList();
    }
}
