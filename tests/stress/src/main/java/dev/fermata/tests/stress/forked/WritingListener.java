package dev.fermata.tests.stress.forked;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Writes down how each test went, and each container that did not go well. */
final class WritingListener implements TestExecutionListener {
    private final Protocol protocol;

    /** The class of each container, for tests that do not know theirs. */
    private final Map<String, String> classes = new ConcurrentHashMap<>();

    WritingListener(Protocol protocol) {
        this.protocol = protocol;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        String name = classOf(test);
        classes.put(test.getUniqueId(), name);
        if (test.isTest()) {
            protocol.started(test.getUniqueId(), name);
        }
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        protocol.finished(test.getUniqueId(), classOf(test), "SKIPPED", reason == null ? "" : reason);
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() || result.getStatus() != Status.SUCCESSFUL) {
            String failure = result.getThrowable().map(WritingListener::print).orElse("");
            protocol.finished(
                    test.getUniqueId(), classOf(test), result.getStatus().name(), failure);
        }
    }

    private String classOf(TestIdentifier test) {
        Optional<TestSource> source = test.getSource();
        if (source.isPresent() && source.get() instanceof MethodSource method) {
            return method.getClassName();
        }
        if (source.isPresent() && source.get() instanceof ClassSource type) {
            return type.getClassName();
        }
        return test.getParentId().map(classes::get).orElse("");
    }

    /** The whole trace goes to the log. */
    private static String print(Throwable failure) {
        failure.printStackTrace();
        return String.valueOf(failure);
    }
}
