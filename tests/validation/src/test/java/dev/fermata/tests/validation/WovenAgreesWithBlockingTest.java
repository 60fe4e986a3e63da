package dev.fermata.tests.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every target method, by every compiler, with every fault and every choice of suspensions. */
class WovenAgreesWithBlockingTest {
    private static final int MANY_POINTS = 16;
    private static final long SEED = Long.getLong("fermata.validation.seed", 20_170_908);

    private static final Set<TargetMethod> METHODS = ConcurrentHashMap.newKeySet();
    private static final Set<Compilation> COMPILATIONS = ConcurrentHashMap.newKeySet();
    private static final LongAdder RUNS = new LongAdder();

    @AfterAll
    static void print_what_was_run() {
        System.out.println("validation: " + METHODS.size() + " methods x " + COMPILATIONS.size() + " compilations, "
                + RUNS + " woven runs agree with the blocking reading");
    }

    @TestFactory
    @Tag("B2")
    @Tag("H10")
    Stream<DynamicNode> woven_agrees_with_blocking() {
        return Compilation.all().stream().map(compilation -> {
            CompiledTargets targets = CompiledTargets.by(compilation);
            return dynamicContainer(
                    compilation.toString(),
                    targets.methods().stream()
                            .map(method -> dynamicTest(method.toString(), () -> compare(targets, method))));
        });
    }

    private static void compare(CompiledTargets targets, TargetMethod method) {
        METHODS.add(method);
        COMPILATIONS.add(targets.compilation());
        int points = expected(targets, method, Input.faultless()).points();
        List<Input> inputs = method.isCoroutine() || method.isFuture()
                ? Input.ofCoroutine(some(points))
                : Input.ofGenerator(some(points));
        for (Input input : inputs) {
            Outcome expected = expected(targets, method, input);
            if (method.isCoroutine() || method.isFuture()) {
                for (Mask mask : Mask.forPoints(some(expected.points()), SEED)) {
                    Outcome actual = method.isFuture()
                            ? FutureRun.of(method, targets.wovenFor(method), input, mask)
                            : CoroutineRun.of(method, targets.wovenFor(method), input, mask);
                    check(targets, method, input, mask, expected, actual);
                }
            } else if (!method.isStream() || input.isForStreams()) {
                for (GeneratorRun run : GeneratorRun.values()) {
                    Outcome actual = run.of(method, targets.wovenFor(method), input);
                    check(targets, method, input, run, expected, actual);
                }
            }
        }
    }

    private static Outcome expected(CompiledTargets targets, TargetMethod method, Input input) {
        return BlockingRun.of(method, targets.blockingFor(method), input);
    }

    private static void check(
            CompiledTargets targets, TargetMethod method, Input input, Object mask, Outcome expected, Outcome actual) {
        RUNS.increment();
        assertEquals(
                expected.text(),
                actual.text(),
                () -> method + " by " + targets.compilation() + " on " + input + " with " + mask);
    }

    /** All of few points; of many the first, the last and some in between. */
    private static List<Integer> some(int points) {
        if (points <= MANY_POINTS) {
            return IntStream.range(0, points).boxed().toList();
        }
        Set<Integer> chosen = new HashSet<>();
        IntStream.range(0, MANY_POINTS / 4).forEach(i -> {
            chosen.add(i);
            chosen.add(points - 1 - i);
        });
        new Random(SEED).ints(MANY_POINTS / 2, 0, points).forEach(chosen::add);
        return chosen.stream().sorted().toList();
    }
}
