package dev.fermata.tests.validation;

import java.util.Map;

/** Defines one reading of the targets. Every loader has the same name, because messages of the JVM quote it. */
public final class TargetLoader extends ClassLoader {
    private final Map<String, byte[]> classFiles;

    public TargetLoader(Map<String, byte[]> classFiles, boolean assertions) {
        super("targets", TargetLoader.class.getClassLoader());
        this.classFiles = classFiles;
        setDefaultAssertionStatus(assertions);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classFiles.get(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
