package dev.fermata.agent;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes classes as the JVM gets them, for a look with {@code javap}. */
final class ClassDump {
    private final File directory;
    private final Console console;

    ClassDump(File directory, Console console) {
        this.directory = directory;
        this.console = console;
    }

    /** Writes one class; one of the same name from another loader is replaced. A failure is reported and no more. */
    synchronized void write(String internalName, byte[] classFile) {
        File file = new File(directory, internalName.replace('/', File.separatorChar) + ".class");
        file.getParentFile().mkdirs();
        try (OutputStream out = new FileOutputStream(file)) {
            out.write(classFile);
        } catch (IOException e) {
            console.sayOnce("cannot write " + file + ": " + e);
        }
    }
}
