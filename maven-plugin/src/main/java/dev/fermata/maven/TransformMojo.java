package dev.fermata.maven;

import java.io.File;
import java.util.List;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Weaves the suspendable methods of the project's classes. A problem in any of them fails the build and leaves all
 * classes as they were.
 */
@Mojo(name = "transform", defaultPhase = LifecyclePhase.PROCESS_CLASSES, threadSafe = true)
public final class TransformMojo extends AbstractTransformMojo {
    /** The directory of the compiled classes. */
    @Parameter(defaultValue = "${project.build.outputDirectory}", required = true)
    private File classesDirectory;

    /** Called by Maven. */
    public TransformMojo() {}

    @Override
    File classes() {
        return classesDirectory;
    }

    @Override
    List<String> sourceRoots(MavenProject from) {
        return from.getCompileSourceRoots();
    }
}
