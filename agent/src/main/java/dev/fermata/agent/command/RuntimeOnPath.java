package dev.fermata.agent.command;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarFile;

/** Whether a JVM has Fermata's runtime on its class path or module path, found out from outside. */
final class RuntimeOnPath {
    private static final String CLASS_FILE = "dev/fermata/frame/Frame.class";
    private static final String NESTED = "BOOT-INF/lib/fermata-runtime";

    private final Path root;
    private final Path workingDirectory;

    private RuntimeOnPath(Path root, Path workingDirectory) {
        this.root = root;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Looks.
     *
     * @param properties the system properties of the JVM
     * @param root its root directory, as this process sees it
     * @return "class path" or "module path"; null if it is on neither
     */
    static String of(Properties properties, Path root) {
        RuntimeOnPath search = new RuntimeOnPath(root, Path.of(properties.getProperty("user.dir", "/")));
        if (search.hasRuntime(properties.getProperty("java.class.path", ""))) {
            return "class path";
        }
        return search.hasRuntime(properties.getProperty("jdk.module.path", "")) ? "module path" : null;
    }

    private boolean hasRuntime(String path) {
        for (String entry : path.split(File.pathSeparator)) {
            if (!entry.isEmpty() && isRuntime(workingDirectory.resolve(entry), true)) {
                return true;
            }
        }
        return false;
    }

    private boolean isRuntime(Path entry, boolean withManifest) {
        Path seen = Files.isDirectory(root) ? root.resolve(Path.of("/").relativize(entry)) : entry;
        if (Files.isDirectory(seen)) {
            return Files.exists(seen.resolve(CLASS_FILE));
        }
        if (!Files.isRegularFile(seen)) {
            return false;
        }
        try (JarFile jar = new JarFile(seen.toFile())) {
            return jar.getEntry(CLASS_FILE) != null
                    || jar.stream().anyMatch(inside -> inside.getName().startsWith(NESTED))
                    || withManifest && namesRuntime(jar, entry);
        } catch (IOException unreadable) {
            return false; // nothing that the JVM could load it from
        }
    }

    /** The jars that a manifest puts on the class path. */
    private boolean namesRuntime(JarFile jar, Path entry) throws IOException {
        if (jar.getManifest() == null) {
            return false;
        }
        String more = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
        for (String name : more == null ? new String[0] : more.trim().split(" +")) {
            if (!name.contains(":") && isRuntime(entry.resolveSibling(name), false)) {
                return true;
            }
        }
        return false;
    }
}
