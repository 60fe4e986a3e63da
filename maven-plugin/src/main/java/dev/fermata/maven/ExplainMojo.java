package dev.fermata.maven;

import dev.fermata.transformer.explain.ClassFiles;
import dev.fermata.transformer.explain.ClassView;
import dev.fermata.transformer.explain.Explainer;
import dev.fermata.transformer.explain.HtmlReport;
import dev.fermata.transformer.explain.SourceRoots;
import dev.fermata.transformer.explain.TextReport;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.apache.maven.project.MavenProject;

/**
 * Shows what weaving makes of the suspendable methods of a compiled class: prints it, and writes a page per class. Changes
 * no class: one that has been woven already is compiled anew from its source, elsewhere.
 */
@Mojo(name = "explain", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
public final class ExplainMojo extends AbstractMojo {
    /** The class to explain, such as {@code com.acme.Orders}; all that have suspendable methods if not given. */
    @Parameter(property = "class")
    private String className;

    /** The only method to show, by its name; all if not given. */
    @Parameter(property = "method")
    private String method;

    /** Where the pages go. */
    @Parameter(property = "fermata.explain.directory", defaultValue = "${project.build.directory}/fermata/explain")
    private File outputDirectory;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Called by Maven. */
    public ExplainMojo() {}

    @Override
    public void execute() throws MojoExecutionException {
        try {
            List<Path> classPath = paths(project.getTestClasspathElements());
            Explainer explainer = new Explainer(new SourceRoots(sourceRoots()), classPath);
            int explained = 0;
            for (byte[] classFile : classFiles()) {
                ClassView view = explainer.explain(classFile);
                ClassView chosen = method == null ? view : view.only(method);
                if (className != null
                        || !chosen.methods().isEmpty()
                        || !chosen.diagnostics().isEmpty()) {
                    show(chosen);
                    explained++;
                }
            }
            if (explained == 0) {
                getLog().info("there are no suspendable methods to explain");
            }
        } catch (IOException | DependencyResolutionRequiredException e) {
            throw new MojoExecutionException("cannot explain " + (className == null ? "the classes" : className), e);
        }
    }

    private void show(ClassView view) throws IOException {
        getLog().info("\n" + TextReport.of(view));
        Path page = outputDirectory.toPath().resolve(view.name() + ".html");
        Files.createDirectories(page.getParent());
        Files.writeString(page, HtmlReport.of(List.of(view)));
        getLog().info("page: " + page);
    }

    /** The classes first, then the tests. */
    private List<byte[]> classFiles() throws IOException, MojoExecutionException {
        List<byte[]> found = new ArrayList<>();
        for (Path directory : classDirectories()) {
            if (className == null && Files.isDirectory(directory)) {
                found.addAll(ClassFiles.find(directory.toString(), List.of()));
            }
        }
        if (className != null) {
            try {
                found.addAll(ClassFiles.find(className, classDirectories()));
            } catch (NoSuchFileException missing) {
                throw new MojoExecutionException(
                        "there is no class " + className + " in " + classDirectories()
                                + ": compile first, as in \"mvn compile"
                                + " dev.fermata:fermata-maven-plugin:explain -Dclass=" + className + "\"",
                        missing);
            }
        }
        return found;
    }

    private List<Path> classDirectories() {
        return paths(List.of(
                project.getBuild().getOutputDirectory(), project.getBuild().getTestOutputDirectory()));
    }

    private List<Path> sourceRoots() {
        List<Path> roots = paths(project.getCompileSourceRoots());
        roots.addAll(paths(project.getTestCompileSourceRoots()));
        return roots;
    }

    private static List<Path> paths(List<String> texts) {
        List<Path> paths = new ArrayList<>();
        texts.forEach(text -> paths.add(Path.of(text)));
        return paths;
    }
}
