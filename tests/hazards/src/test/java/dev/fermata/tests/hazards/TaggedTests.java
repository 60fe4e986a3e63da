package dev.fermata.tests.hazards;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Finds the JUnit tests that carry ids as {@code @Tag}. They are read off the class files: the reports of the build do not
 * tell tags.
 */
final class TaggedTests {
    private static final String TAG = "Lorg/junit/jupiter/api/Tag;";
    private static final String TAGS = "Lorg/junit/jupiter/api/Tags;";

    private TaggedTests() {}

    /**
     * What carries an id.
     *
     * @param className binary name of the class
     * @param method the method; null if the whole class carries the id
     */
    record Tagged(String hazard, String className, String method) {
        String displayName() {
            String simpleName =
                    className.substring(className.lastIndexOf('.') + 1).replace('$', '.');
            return method == null ? simpleName : simpleName + "." + method;
        }
    }

    static List<Tagged> in(Path module) throws IOException {
        List<Tagged> found = new ArrayList<>();
        for (Path file : Build.files(module.resolve("target/test-classes"))) {
            if (file.toString().endsWith(".class")) {
                collect(Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    private static void collect(byte[] classFile, List<Tagged> found) {
        ClassNode type = new ClassNode();
        new ClassReader(classFile).accept(type, ClassReader.SKIP_CODE);
        String name = type.name.replace('/', '.');
        for (String id : idsIn(type.visibleAnnotations)) {
            found.add(new Tagged(id, name, null));
        }
        for (MethodNode method : type.methods) {
            for (String id : idsIn(method.visibleAnnotations)) {
                found.add(new Tagged(id, name, method.name));
            }
        }
    }

    private static Set<String> idsIn(List<AnnotationNode> annotations) {
        Set<String> ids = new TreeSet<>();
        if (annotations != null) {
            for (AnnotationNode annotation : annotations) {
                if (annotation.desc.equals(TAG)) {
                    addId(annotation, ids);
                } else if (annotation.desc.equals(TAGS)) {
                    ((List<?>) annotation.values.get(1)).forEach(tag -> addId((AnnotationNode) tag, ids));
                }
            }
        }
        return ids;
    }

    private static void addId(AnnotationNode tag, Set<String> ids) {
        String value = (String) tag.values.get(1);
        if (Hazard.isId(value)) {
            ids.add(value);
        }
    }
}
