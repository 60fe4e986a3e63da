package dev.fermata.tests.stress.library;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.context.Runtimes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;

/** Finds a library, its tests and what they need, in the repositories of the user's Maven settings. */
final class LibraryResolver implements AutoCloseable {
    private static final List<String> TEST_CLASSIFIERS = List.of("tests", "test");

    private final Context context = Runtimes.INSTANCE
            .getRuntime()
            .create(ContextOverrides.create().withUserSettings(true).build());

    private final String newestJunit;

    /**
     * Makes a resolver.
     *
     * @param newestJunit the version of JUnit for libraries that bring none
     */
    LibraryResolver(String newestJunit) {
        this.newestJunit = newestJunit;
    }

    /**
     * Resolves a library.
     *
     * @throws StressFailure if it, or its tests, cannot be found
     */
    ResolvedLibrary resolve(Coordinates library, Coordinates tests) {
        Artifact libraryJar = find(artifact(library, "", "jar"))
                .orElseThrow(() -> new StressFailure("Cannot resolve the library " + library
                        + ". Is the version right, and the repository in your settings.xml? Tried "
                        + context.remoteRepositories()));
        Artifact testsJar = findTests(library, tests);
        Artifact pom = find(artifact(library, "", "pom"))
                .orElseThrow(() -> new StressFailure("Cannot resolve the pom of " + library));
        List<String> notes = new ArrayList<>();
        TestSettings settings = new SurefireReader(this).read(pom.getFile().toPath());
        List<Path> jars = new TestClassPath(context, newestJunit, notes).of(libraryJar, library, testsJar, tests);
        return new ResolvedLibrary(
                libraryJar.getFile().toPath(),
                testsJar.getFile().toPath(),
                pom.getFile().toPath(),
                jars,
                settings,
                notes);
    }

    private Artifact findTests(Coordinates library, Coordinates tests) {
        for (String classifier : TEST_CLASSIFIERS) {
            Optional<Artifact> found = find(artifact(tests, classifier, "jar"));
            if (found.isPresent()) {
                return found.get();
            }
        }
        if (tests.key().equals(library.key())) {
            throw new StressFailure(tests + " has no artifact with classifier 'tests'. If the tests are published"
                    + " otherwise, name their own group:artifact:version with -Dtests.");
        }
        return find(artifact(tests, "", "jar"))
                .orElseThrow(() -> new StressFailure(
                        "Cannot resolve the tests " + tests + ", neither with classifier 'tests' nor without."));
    }

    /** Finds the pom of an artifact. */
    Optional<Path> pomOf(Coordinates coordinates) {
        return find(artifact(coordinates, "", "pom"))
                .map(artifact -> artifact.getFile().toPath());
    }

    private static Artifact artifact(Coordinates coordinates, String classifier, String extension) {
        return new DefaultArtifact(
                coordinates.group(), coordinates.artifact(), classifier, extension, coordinates.version());
    }

    private Optional<Artifact> find(Artifact artifact) {
        ArtifactRequest request = new ArtifactRequest(artifact, context.remoteRepositories(), null);
        try {
            return Optional.of(context.repositorySystem()
                    .resolveArtifact(context.repositorySystemSession(), request)
                    .getArtifact());
        } catch (ArtifactResolutionException e) {
            if (e.getResult().isMissing()) {
                return Optional.empty();
            }
            throw new StressFailure("Cannot resolve " + artifact + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
