package dev.fermata.tests.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Writes how each target method fared into {@code target/target-outcomes.tsv}: the reports of the build number dynamic
 * tests instead of naming them. A test of a target is known by its display name.
 */
public final class TargetOutcomes implements TestExecutionListener {
    private static final Path FILE = Path.of("target", "target-outcomes.tsv");
    private static final String PREFIX = "targets.";

    /** By target method; whether every test of it has passed. A static, because each test plan makes a listener. */
    private static final Map<String, Boolean> PASSED = new ConcurrentSkipListMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && test.getDisplayName().startsWith(PREFIX)) {
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            PASSED.merge(test.getDisplayName().substring(PREFIX.length()), passed, Boolean::logicalAnd);
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        List<String> lines = new ArrayList<>();
        PASSED.forEach((target, passed) -> lines.add(target + '\t' + (passed ? "passed" : "failed")));
        try {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
