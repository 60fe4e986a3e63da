package dev.fermata.tests.stress.weaving;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;

/** Which class extends which, read from class files: first those of a library, then those of the JDK that runs. */
final class Hierarchy {
    private static final String OBJECT = "java/lang/Object";

    private final Function<String, byte[]> classFiles;

    Hierarchy(Function<String, byte[]> classFiles) {
        this.classFiles = classFiles;
    }

    /** The closest class that both extend; {@code Object} for interfaces and where a class is missing. */
    String commonSuperClass(String one, String other) {
        List<String> ancestors = lineOf(one);
        for (String candidate : lineOf(other)) {
            if (ancestors.contains(candidate)) {
                return candidate;
            }
        }
        return OBJECT;
    }

    /** The class and its super classes, as far as they are known. */
    private List<String> lineOf(String name) {
        List<String> line = new ArrayList<>();
        for (String at = name; at != null && !at.equals(OBJECT); ) {
            ClassReader reader = read(at);
            boolean isInterface = reader != null && (reader.getAccess() & Opcodes.ACC_INTERFACE) != 0;
            if (isInterface) {
                return List.of(); // the verifier takes any interface for Object
            }
            line.add(at);
            at = reader == null ? null : reader.getSuperName();
        }
        return line;
    }

    private ClassReader read(String name) {
        byte[] bytes = classFiles.apply(name);
        return bytes != null ? new ClassReader(bytes) : readFromJdk(name);
    }

    private static ClassReader readFromJdk(String name) {
        try (InputStream in = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return in == null ? null : new ClassReader(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
