package dev.fermata.tests.agent;

import java.util.Map;

/** Defines classes from bytes, by binary name, in this JVM. */
public final class DefiningLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    public DefiningLoader(Map<String, byte[]> classFiles) {
        super(DefiningLoader.class.getClassLoader());
        this.classFiles = classFiles;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] classFile = classFiles.get(name);
        if (classFile == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, classFile, 0, classFile.length);
    }
}
