package dev.fermata.tests.stress.library;

import eu.maveniverse.maven.mima.context.Context;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.collection.DependencyCollectionException;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.resolution.DependencyResolutionException;
import org.eclipse.aether.util.graph.visitor.PreorderNodeListGenerator;

/**
 * Resolves what Maven would put onto the test class path of a library: dependencies of every scope, as the effective poms
 * of the library and of its tests have them, and what those need. What cannot be had is noted and left out: often no test
 * needs it.
 */
final class TestClassPath {
    private final Context context;
    private final String newestJunit;
    private final List<String> notes;
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<Dependency> managed = new ArrayList<>();
    private final List<RemoteRepository> repositories = new ArrayList<>();

    TestClassPath(Context context, String newestJunit, List<String> notes) {
        this.context = context;
        this.newestJunit = newestJunit;
        this.notes = notes;
        repositories.addAll(context.remoteRepositories());
    }

    /** The jars, without the library and its tests. */
    List<Path> of(Artifact library, Coordinates libraryName, Artifact tests, Coordinates testsName) {
        addDescriptor(library);
        if (!libraryName.key().equals(testsName.key())) {
            addDescriptor(tests);
        }
        addEngines(collect(library));
        List<Path> jars = new ArrayList<>();
        for (Artifact artifact : resolve(collect(library))) {
            if (!isSame(artifact, library) && !isSame(artifact, tests)) {
                jars.add(artifact.getFile().toPath());
            }
        }
        return jars;
    }

    private void addDescriptor(Artifact artifact) {
        try {
            ArtifactDescriptorResult descriptor = context.repositorySystem()
                    .readArtifactDescriptor(
                            context.repositorySystemSession(),
                            new ArtifactDescriptorRequest(artifact, context.remoteRepositories(), null));
            dependencies.addAll(descriptor.getDependencies());
            managed.addAll(descriptor.getManagedDependencies());
            repositories.addAll(context.repositorySystem()
                    .newResolutionRepositories(context.repositorySystemSession(), descriptor.getRepositories()));
        } catch (ArtifactDescriptorException e) {
            throw new StressFailure("Cannot read the pom of " + artifact + ": " + e.getMessage(), e);
        }
    }

    private DependencyNode collect(Artifact root) {
        CollectRequest request = new CollectRequest();
        request.setRootArtifact(root);
        request.setDependencies(dependencies);
        request.setManagedDependencies(managed);
        request.setRepositories(repositories);
        try {
            return context.repositorySystem()
                    .collectDependencies(context.repositorySystemSession(), request)
                    .getRoot();
        } catch (DependencyCollectionException e) {
            if (e.getResult() == null || e.getResult().getRoot() == null) {
                throw new StressFailure("Cannot find out what the tests need: " + e.getMessage(), e);
            }
            note(e.getMessage());
            return e.getResult().getRoot();
        }
    }

    /** What is added stands first, as the nearest of two versions is taken. */
    private void addEngines(DependencyNode collected) {
        Map<String, String> present = new HashMap<>();
        PreorderNodeListGenerator nodes = new PreorderNodeListGenerator();
        collected.accept(nodes);
        nodes.getDependencies(true)
                .forEach(each -> present.putIfAbsent(
                        key(each.getArtifact()), each.getArtifact().getVersion()));
        Map<String, String> additions = TestEngines.missing(present, newestJunit);
        dependencies.removeIf(each -> additions.containsKey(key(each.getArtifact())));
        managed.removeIf(each -> additions.containsKey(key(each.getArtifact())));
        additions.forEach((key, version) -> {
            Dependency addition = new Dependency(new DefaultArtifact(key + ":" + version), "test");
            dependencies.add(0, addition);
            managed.add(0, addition);
        });
    }

    private List<Artifact> resolve(DependencyNode root) {
        List<ArtifactResult> results;
        try {
            results = context.repositorySystem()
                    .resolveDependencies(context.repositorySystemSession(), new DependencyRequest(root, null))
                    .getArtifactResults();
        } catch (DependencyResolutionException e) {
            results = e.getResult().getArtifactResults();
        }
        List<Artifact> artifacts = new ArrayList<>();
        for (ArtifactResult result : results) {
            if (!result.isResolved()) {
                note("not found, and so not on the class path: "
                        + result.getRequest().getArtifact());
            } else if (result.getArtifact().getFile().getName().endsWith(".jar")) {
                artifacts.add(result.getArtifact());
            }
        }
        return artifacts;
    }

    private void note(String text) {
        if (!notes.contains(text)) {
            notes.add(text);
        }
    }

    private static String key(Artifact artifact) {
        return artifact.getGroupId() + ":" + artifact.getArtifactId();
    }

    /** In whatever version: the one that is tested comes first. */
    private static boolean isSame(Artifact one, Artifact other) {
        return key(one).equals(key(other)) && one.getClassifier().equals(other.getClassifier());
    }
}
