package dev.fermata.tests.stress.library;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Parent;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.Xpp3Dom;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;

/** Reads from a pom and its parents which classes Surefire would run; the nearest pom that says so counts. */
final class SurefireReader {
    private static final String SUREFIRE = "maven-surefire-plugin";

    private final LibraryResolver resolver;

    SurefireReader(LibraryResolver resolver) {
        this.resolver = resolver;
    }

    TestSettings read(Path pom) {
        List<String> includes = new ArrayList<>();
        List<String> excludes = new ArrayList<>();
        for (Optional<Path> next = Optional.of(pom); next.isPresent(); ) {
            Model model = modelOf(next.get());
            if (includes.isEmpty()) {
                includes.addAll(patterns(model, "includes"));
            }
            if (excludes.isEmpty()) {
                excludes.addAll(patterns(model, "excludes"));
            }
            next = parentOf(model);
        }
        return new TestSettings(includes, excludes);
    }

    private Optional<Path> parentOf(Model model) {
        Parent parent = model.getParent();
        return parent == null || parent.getVersion().contains("${")
                ? Optional.empty()
                : resolver.pomOf(new Coordinates(parent.getGroupId(), parent.getArtifactId(), parent.getVersion()));
    }

    private static Model modelOf(Path pom) {
        try (InputStream stream = Files.newInputStream(pom)) {
            return new MavenXpp3Reader().read(stream, false);
        } catch (IOException | XmlPullParserException e) {
            throw new StressFailure("Cannot read " + pom + ": " + e.getMessage(), e);
        }
    }

    private static List<String> patterns(Model model, String kind) {
        Build build = model.getBuild();
        List<Plugin> plugins = new ArrayList<>();
        if (build != null) {
            plugins.addAll(build.getPlugins());
            if (build.getPluginManagement() != null) {
                plugins.addAll(build.getPluginManagement().getPlugins());
            }
        }
        List<String> patterns = new ArrayList<>();
        for (Plugin plugin : plugins) {
            if (plugin.getArtifactId().equals(SUREFIRE) && plugin.getConfiguration() instanceof Xpp3Dom configuration) {
                addPatterns(configuration.getChild(kind), patterns);
            }
        }
        return patterns;
    }

    /** Patterns that only a running Maven could complete, and regular expressions, are left out. */
    private static void addPatterns(Xpp3Dom list, List<String> patterns) {
        if (list != null) {
            for (Xpp3Dom each : list.getChildren()) {
                String value = each.getValue();
                if (value != null && !value.isBlank() && !value.contains("${") && !value.contains("%regex")) {
                    patterns.addAll(List.of(value.trim().split("\\s*,\\s*")));
                }
            }
        }
    }
}
