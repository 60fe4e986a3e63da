package dev.fermata.transformer.directory;

import dev.fermata.transformer.ClassFile;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.Weaver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;

/**
 * Deletes frame classes that no host names any more: compilers overwrite an edited class and remove a deleted one, but
 * know nothing of its frames. Hosts and frames say themselves what they are, so no list has to be kept between builds.
 */
final class StaleFrames {
    private static final int HEADER_ONLY = ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES;

    private final Set<Path> named = new HashSet<>();
    private final List<Path> frames = new ArrayList<>();

    private StaleFrames() {}

    /** Gives the number of files deleted. */
    static int remove(List<Path> classFiles) throws IOException {
        StaleFrames stale = new StaleFrames();
        for (Path file : classFiles) {
            stale.look(file);
        }
        stale.frames.removeAll(stale.named);
        for (Path file : stale.frames) {
            Files.delete(file);
        }
        return stale.frames.size();
    }

    private void look(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (!Weaver.mentionsFermata(bytes)) {
            return;
        }
        ClassNode type = new ClassNode();
        ClassFile.readerOf(bytes).accept(type, HEADER_ONLY);
        if (type.invisibleAnnotations != null) {
            for (AnnotationNode annotation : type.invisibleAnnotations) {
                if (annotation.desc.equals(RuntimeNames.WOVEN)) {
                    sort(file, annotation.values);
                }
            }
        }
    }

    private void sort(Path file, List<Object> values) {
        int at = values.indexOf(RuntimeNames.WOVEN_FRAMES_ELEMENT);
        if (at < 0) {
            frames.add(file);
            return;
        }
        for (Object name : (List<?>) values.get(at + 1)) {
            String simpleName = name.toString().substring(name.toString().lastIndexOf('/') + 1);
            named.add(file.resolveSibling(simpleName + ".class"));
        }
    }
}
