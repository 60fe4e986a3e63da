package dev.fermata.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Weaves the suspendable methods of the project's test classes. A problem in any of them fails the build and leaves all
 * classes as they were.
 */
@Mojo(name = "test-transform", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES, threadSafe = true)
public final class TestTransformMojo extends AbstractTransformMojo {
    /** The directory of the compiled test classes. */
    @Parameter(defaultValue = "${project.build.testOutputDirectory}", required = true)
    private File testClassesDirectory;

    /** Called by Maven. */
    public TestTransformMojo() {}

    @Override
    File classes() {
        return testClassesDirectory;
    }

    @Override
    List<String> sourceRoots(MavenProject from) {
        return from.getTestCompileSourceRoots();
    }
}
