package dev.fermata.maven;

import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.Keep;
import dev.fermata.transformer.directory.DirectoryReport;
import dev.fermata.transformer.directory.DirectoryWeaver;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Weaves one directory of classes. */
abstract class AbstractTransformMojo extends AbstractMojo {
    /** Leaves the classes as they are. */
    @Parameter(property = "fermata.skip", defaultValue = "false")
    private boolean skip;

    /** Lets every warning that is not turned off fail the build as errors do. */
    @Parameter(property = "fermata.failOnWarning", defaultValue = "false")
    private boolean failOnWarning;

    /**
     * What single warnings weigh, such as {@code FERMATA-020=error, FERMATA-021=off}: each a code, or {@code all} for those
     * without a setting of their own, and {@code error}, {@code warn} or {@code off}.
     */
    @Parameter(property = "fermata.warnings")
    private String warnings;

    /**
     * Keeps all variables in scope over suspensions, so that debuggers show them, and not only those that are still read.
     * For development: frames get larger, and hold objects for longer.
     */
    @Parameter(property = "fermata.debugVariables", defaultValue = "false")
    private boolean debug;

    /** Where the sources are that messages point to. */
    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /**
     * Where to put the woven classes: a complete copy of the directory. In place if not given, which is what a project
     * wants unless it needs its classes both ways.
     */
    @Parameter
    private File outputDirectory;

    /** The directory to weave. */
    abstract File classes();

    /** The directories of the sources that these classes are compiled from. */
    abstract List<String> sourceRoots(MavenProject from);

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        DiagnosticPolicy policy = policy();
        DirectoryReport report;
        try {
            report = DirectoryWeaver.weave(target(), policy, debug ? Keep.IN_SCOPE : Keep.LIVE);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot weave " + classes(), e);
        }
        SourceLinks links = new SourceLinks(sourceRoots(project), project.getBasedir());
        for (Diagnostic diagnostic : report.diagnostics()) {
            log(diagnostic, links);
        }
        if (report.failed()) {
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

    private DiagnosticPolicy policy() throws MojoExecutionException {
        try {
            DiagnosticPolicy policy = DiagnosticPolicy.parse(warnings);
            return failOnWarning ? policy.withWarningsAsErrors() : policy;
        } catch (IllegalArgumentException e) {
            throw new MojoExecutionException("parameter 'warnings': " + e.getMessage(), e);
        }
    }

    private void log(Diagnostic diagnostic, SourceLinks links) {
        if (diagnostic.isError()) {
            getLog().error(links.show(diagnostic));
        } else {
            getLog().warn(links.show(diagnostic));
        }
    }
}
