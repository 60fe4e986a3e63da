package dev.fermata.benchmarks.startup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.commons.ClassRemapper;
import org.objectweb.asm.commons.Remapper;
import unrelated.Account;
import unrelated.Invoice;
import unrelated.LoadAll;
import unrelated.Matrix;
import unrelated.Scanner;
import unrelated.Store;

/** Makes a program of many classes: copies of what javac has made of a few patterns, each with a name of its own. */
public final class UnrelatedClasses {
    private static final List<Class<?>> PATTERNS =
            List.of(Invoice.class, Scanner.class, Matrix.class, Store.class, Account.class);
    private static final int CLASSES_PER_PACKAGE = 100;

    private UnrelatedClasses() {}

    /**
     * Writes the program.
     *
     * @param jar the file to write
     * @param classes how many there are to be, besides the main class
     * @throws IOException if the file cannot be written
     */
    static void write(Path jar, int classes) throws IOException {
        StringBuilder names = new StringBuilder();
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < classes; i++) {
                String name = nameOf(i);
                put(out, name + ".class", classFile(i));
                names.append(name.replace('/', '.')).append('\n');
            }
            put(out, entryOf(LoadAll.class), bytesOf(LoadAll.class));
            put(out, "unrelated/names.txt", names.toString().getBytes(StandardCharsets.US_ASCII));
        }
    }

    /**
     * One of the classes.
     *
     * @param index its number, from 0
     * @return its class file
     * @throws IOException if the pattern cannot be read
     */
    public static byte[] classFile(int index) throws IOException {
        String pattern = patternOf(index).getName().replace('.', '/');
        String name = nameOf(index);
        ClassWriter writer = new ClassWriter(0);
        ClassReader reader = new ClassReader(bytesOf(patternOf(index)));
        reader.accept(new ClassRemapper(writer, renaming(pattern, name)), 0);
        return writer.toByteArray();
    }

    /**
     * How long these classes are.
     *
     * @param classes how many to look at
     * @return bytes per class
     * @throws IOException if a pattern cannot be read
     */
    public static double averageLength(int classes) throws IOException {
        long bytes = 0;
        for (int i = 0; i < classes; i++) {
            bytes += classFile(i).length;
        }
        return (double) bytes / classes;
    }

    static byte[] bytesOf(Class<?> type) throws IOException {
        try (InputStream in = type.getResourceAsStream("/" + entryOf(type))) {
            return in.readAllBytes();
        }
    }

    static String entryOf(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    static void put(JarOutputStream out, String entry, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(entry));
        out.write(bytes);
        out.closeEntry();
    }

    private static Class<?> patternOf(int index) {
        return PATTERNS.get(index % PATTERNS.size());
    }

    private static String nameOf(int index) {
        return "com/example/module" + index / CLASSES_PER_PACKAGE + "/"
                + patternOf(index).getSimpleName() + index;
    }

    private static Remapper renaming(String pattern, String name) {
        return new Remapper(Opcodes.ASM9) {
            @Override
            public String map(String internalName) {
                return internalName.equals(pattern) ? name : internalName;
            }
        };
    }
}
