package dev.fermata.tests.stress.corpus;

import java.util.Map;

/** Defines the classes of one jar before it asks anybody else. */
final class MemoryLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    MemoryLoader(Map<String, byte[]> classFiles, ClassLoader others) {
        super(others);
        this.classFiles = classFiles;
    }

    /** The class file of that internal name; null if it is not of this jar. */
    byte[] bytesOf(String internalName) {
        return classFiles.get(internalName);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(name.replace('.', '/'));
        if (bytes == null || name.startsWith("java.")) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : defineClass(name, bytes, 0, bytes.length);
        }
    }
}
