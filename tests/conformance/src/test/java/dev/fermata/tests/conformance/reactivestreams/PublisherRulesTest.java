package dev.fermata.tests.conformance.reactivestreams;

import static dev.fermata.Coroutine.await;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.fermata.AsyncGenerator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import dev.fermata.loop.LoopThread;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.LongFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.testng.SkipException;

/** Runs the tests of the reactive streams project. */
class PublisherRulesTest {
    private static LoopThread loopThread;

    @BeforeAll
    static void startLoop() {
        loopThread = LoopThread.start(task -> new Thread(task, "loop"));
    }

    @AfterAll
    static void stopLoop() {
        loopThread.close();
    }

    @Suspendable
    private static Flow.Publisher<Long> count(long n) {
        for (long i = 0; i < n; i++) {
            AsyncGenerator.yield(i);
        }
        return null;
    }

    @Suspendable
    private static Flow.Publisher<Long> countElsewhere(long n) {
        for (long i = 0; i < n; i++) {
            long next = i;
            AsyncGenerator.yield(await(CompletableFuture.supplyAsync(() -> next)));
        }
        return null;
    }

    @Suspendable
    private static Flow.Publisher<Long> countTurns(long n) {
        for (long i = 0; i < n; i++) {
            await(EventLoop.sleep(Duration.ZERO));
            AsyncGenerator.yield(i);
        }
        return null;
    }

    private static Flow.Publisher<Long> countOnLoop(long n) {
        Flow.Publisher<Long> publisher = countTurns(n);
        return subscriber -> {
            Objects.requireNonNull(subscriber);
            loopThread.loop().callSoonThreadsafe(() -> publisher.subscribe(subscriber));
        };
    }

    @TestFactory
    List<DynamicTest> in_place_without_a_wait() {
        return rules(PublisherRulesTest::count);
    }

    @TestFactory
    List<DynamicTest> in_place_on_the_threads_of_what_is_awaited() {
        return rules(PublisherRulesTest::countElsewhere);
    }

    @TestFactory
    List<DynamicTest> on_a_loop() {
        return rules(PublisherRulesTest::countOnLoop);
    }

    private static List<DynamicTest> rules(LongFunction<Flow.Publisher<Long>> source) {
        List<DynamicTest> tests = Arrays.stream(PublisherRules.class.getMethods())
                .filter(method -> method.isAnnotationPresent(org.testng.annotations.Test.class))
                .map(method -> DynamicTest.dynamicTest(method.getName(), () -> check(method, source)))
                .toList();
        assertTrue(tests.size() > 30, () -> tests.size() + " rules");
        return tests;
    }

    private static void check(Method rule, LongFunction<Flow.Publisher<Long>> source) throws Throwable {
        PublisherRules rules = new PublisherRules(source);
        rules.setUp();
        try {
            rule.invoke(rules);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SkipException skipped) {
                abort(skipped.getMessage());
            }
            throw e.getCause();
        }
    }
}
