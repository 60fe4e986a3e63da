package dev.fermata.testkit.junit;

import dev.fermata.testkit.TaskOrder;
import dev.fermata.testkit.TaskOrders;
import dev.fermata.testkit.TestSettings;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Runs the methods with {@link LoopTest} in one order after the other. */
public final class LoopTestExtension implements TestTemplateInvocationContextProvider {
    /** For JUnit. */
    public LoopTestExtension() {}

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), LoopTest.class);
    }

    /** JUnit takes the next one only when the one before has been run, so it can be known that there is no use in it. */
    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        LoopTest test = AnnotationSupport.findAnnotation(context.getTestMethod(), LoopTest.class)
                .orElseThrow();
        List<TaskOrder> orders = orders(test);
        OrderedRuns runs = new OrderedRuns(orders.size());
        return orders.stream().takeWhile(order -> runs.isGoingOn()).map(order -> new Invocation(test, order, runs));
    }

    private static List<TaskOrder> orders(LoopTest test) {
        return test.seed().length == 0
                ? TaskOrders.choose(test.seeds())
                : Arrays.stream(test.seed()).mapToObj(TaskOrder::ofSeed).toList();
    }

    private record Invocation(LoopTest test, TaskOrder order, OrderedRuns runs)
            implements TestTemplateInvocationContext {
        @Override
        public String getDisplayName(int index) {
            return order.toString();
        }

        @Override
        public List<Extension> getAdditionalExtensions() {
            TestSettings settings =
                    TestSettings.DEFAULT.startingAt(test.startNanos()).within(Duration.ofMillis(test.timeoutMillis()));
            return List.of(new OrderedRun(settings, order, test.leftovers(), runs));
        }
    }
}
