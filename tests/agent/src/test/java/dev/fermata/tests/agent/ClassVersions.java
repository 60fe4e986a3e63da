package dev.fermata.tests.agent;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The version in a class file (JVMS 4.1). */
final class ClassVersions {
    static final int PREVIEW = 0xFFFF;

    private static final int MINOR_OFFSET = 4;
    private static final int MAJOR_OFFSET = 6;

    private ClassVersions() {}

    static int majorOf(byte[] classFile) {
        return (classFile[MAJOR_OFFSET] & 0xFF) << 8 | classFile[MAJOR_OFFSET + 1] & 0xFF;
    }

    static byte[] with(int major, int minor, byte[] classFile) {
        byte[] copy = classFile.clone();
        put(copy, MAJOR_OFFSET, major);
        put(copy, MINOR_OFFSET, minor);
        return copy;
    }

    static void change(Path file, int major, int minor) throws IOException {
        Files.write(file, with(major, minor, Files.readAllBytes(file)));
    }

    private static void put(byte[] classFile, int at, int value) {
        classFile[at] = (byte) (value >> 8);
        classFile[at + 1] = (byte) value;
    }
}
