package dev.fermata.tests.stress.forked;

import dev.fermata.tests.stress.driver.StressDriver;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests and writes down how each went. */
public final class ForkedTests {
    private ForkedTests() {}

    /**
     * Runs the tests of a class directory, or only those of some classes.
     *
     * @param args the file to write to, the class directory, a limit in seconds, a pattern of class names to run, one of
     *     class names not to run, and, if not all are wanted, class names
     */
    public static void main(String[] args) throws Exception {
        try (Protocol protocol = new Protocol(Path.of(args[0]))) {
            TimeLimit.start(Long.parseLong(args[2]), protocol);
            List<String> classes = List.of(args).subList(5, args.length);
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(classes.isEmpty() ? allIn(Path.of(args[1])) : named(classes))
                    .filters(
                            ClassNameFilter.includeClassNamePatterns(args[3]),
                            ClassNameFilter.excludeClassNamePatterns(args[4]))
                    // Woven code is slower; that is not what is compared.
                    .configurationParameter("junit.jupiter.execution.timeout.mode", "disabled")
                    .build();
            LauncherFactory.create().execute(request, new WritingListener(protocol));
            protocol.suspensions(StressDriver.suspensions());
            protocol.end();
        }
        // Threads that tests have left behind must not keep the JVM.
        Runtime.getRuntime().halt(0);
    }

    private static List<? extends DiscoverySelector> allIn(Path root) {
        return DiscoverySelectors.selectClasspathRoots(Set.of(root.toAbsolutePath()));
    }

    private static List<? extends DiscoverySelector> named(List<String> classes) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        classes.forEach(name -> selectors.add(DiscoverySelectors.selectClass(name)));
        return selectors;
    }
}
