package dev.fermata.tests.hazards;

import dev.fermata.tests.hazards.Evidence.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** How the JUnit tests of a module went, by the XML reports that Surefire and Failsafe write. */
final class TestReports {
    private static final List<String> DIRECTORIES = List.of("target/surefire-reports", "target/failsafe-reports");

    private final Map<String, Outcome> byClass = new HashMap<>();
    private final Map<String, Outcome> byMethod = new HashMap<>();

    private TestReports() {}

    static TestReports of(Path module, Build build) throws IOException {
        TestReports reports = new TestReports();
        for (String directory : DIRECTORIES) {
            for (Path file : build.reports(module.resolve(directory), "TEST-", ".xml")) {
                Xml.elements(file, "testcase").forEach(reports::add);
            }
        }
        return reports;
    }

    boolean isEmpty() {
        return byClass.isEmpty();
    }

    Outcome of(TaggedTests.Tagged test) {
        return test.method() == null
                ? byClass.getOrDefault(test.className(), Outcome.NOT_RUN)
                : byMethod.getOrDefault(test.className() + "." + test.method(), Outcome.NOT_RUN);
    }

    private void add(Element testCase) {
        String className = beforeBracket(testCase.getAttribute("classname"));
        Outcome outcome = outcome(testCase);
        byClass.merge(className, outcome, Outcome::and);
        byMethod.merge(className + "." + beforeBracket(testCase.getAttribute("name")), outcome, Outcome::and);
    }

    /** The name of a method is followed by its parameter types and the number of the invocation. */
    private static String beforeBracket(String name) {
        return name.split("[(\\[]", 2)[0];
    }

    private static Outcome outcome(Element testCase) {
        if (Xml.has(testCase, "failure") || Xml.has(testCase, "error")) {
            return Outcome.FAILED;
        }
        return Xml.has(testCase, "skipped") ? Outcome.SKIPPED : Outcome.PASSED;
    }
}
