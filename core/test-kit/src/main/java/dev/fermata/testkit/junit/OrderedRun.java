package dev.fermata.testkit.junit;

import dev.fermata.loop.EventLoop;
import dev.fermata.testkit.Sequencer;
import dev.fermata.testkit.TaskOrder;
import dev.fermata.testkit.TestLoop;
import dev.fermata.testkit.TestSettings;
import dev.fermata.testkit.VirtualClock;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.opentest4j.TestAbortedException;

/** One run of a test method: hands out its loop, names its order if it fails, and looks for what is left. */
final class OrderedRun implements ParameterResolver, InvocationInterceptor, AfterEachCallback {
    private static final Map<Class<?>, Function<TestLoop, Object>> PARAMETERS = Map.of(
            TestLoop.class, loop -> loop,
            EventLoop.class, TestLoop::loop,
            VirtualClock.class, TestLoop::clock,
            Sequencer.class, TestLoop::sequencer,
            TaskOrder.class, TestLoop::order);

    private final TaskOrder order;
    private final OrderedRuns runs;
    private final TestLoop loop;

    OrderedRun(TestSettings settings, TaskOrder order, boolean mayLeave, OrderedRuns runs) {
        this.order = order;
        this.runs = runs;
        this.loop = TestLoop.open(settings, order);
        if (mayLeave) {
            loop.allowLeftovers();
        }
    }

    /** The instance of the test class is this run's, so its constructor gets this run's loop. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext rootContext) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return PARAMETERS.get(parameter.getParameter().getType()).apply(loop);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            invocation.proceed();
        } catch (TestAbortedException aborted) {
            throw aborted;
        } catch (Throwable failure) {
            throw order.failed(failure, runs.count());
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException();
        if (failure.isPresent() || order.choices() == 0) {
            runs.stop();
        }
        try {
            loop.close();
        } catch (Throwable left) {
            runs.stop();
            if (failure.isEmpty()) {
                throw order.failed(left, runs.count());
            }
            failure.get().addSuppressed(left);
        }
    }
}
