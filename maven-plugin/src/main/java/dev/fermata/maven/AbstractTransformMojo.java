package dev.fermata.maven;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.directory.DirectoryReport;
import dev.fermata.transformer.directory.DirectoryWeaver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** Weaves one directory of classes. */
abstract class AbstractTransformMojo extends AbstractMojo {
    /** Leaves the classes as they are. */
    @Parameter(property = "fermata.skip", defaultValue = "false")
    private boolean skip;

    /** Lets warnings, such as a method too large for the JIT compiler, fail the build as errors do. */
    @Parameter(property = "fermata.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * Where to put the woven classes: a complete copy of the directory. In place if not given, which is what a project
     * wants unless it needs its classes both ways.
     */
    @Parameter
    private File outputDirectory;

    /** The directory to weave. */
    abstract File classes();

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        DirectoryReport report;
        try {
            report = DirectoryWeaver.weave(target());
        } catch (IOException e) {
            throw new MojoExecutionException("cannot weave " + classes(), e);
        }
        boolean failed =
                report.failed() || failOnWarning && !report.diagnostics().isEmpty();
        for (Diagnostic diagnostic : report.diagnostics()) {
            log(diagnostic);
        }
        if (failed) {
            throw new MojoFailureException(report.diagnostics().size() + " problem(s) in suspendable methods of "
                    + classes() + ", see above; nothing has been woven");
        }
        if (report.woven() + report.removed() > 0) {
            getLog().info(report.woven() + " classes woven, " + report.removed() + " stale frame classes removed");
        } else {
            getLog().info("nothing to weave");
        }
    }

    private Path target() throws IOException {
        if (outputDirectory == null) {
            return classes().toPath();
        }
        DirectoryCopy.refresh(classes().toPath(), outputDirectory.toPath());
        return outputDirectory.toPath();
    }

    private void log(Diagnostic diagnostic) {
        if (diagnostic.code().isError()) {
            getLog().error(diagnostic.toString());
        } else {
            getLog().warn(diagnostic.toString());
        }
    }
}
