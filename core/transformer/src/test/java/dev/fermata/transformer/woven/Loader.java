package dev.fermata.transformer.woven;

import dev.fermata.Generator;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Defines class files and remembers which classes it was asked for. */
final class Loader extends ClassLoader {
    private final Classes classes;
    private final Set<String> requested = new TreeSet<>();

    Loader(Classes classes) {
        super(Loader.class.getClassLoader());
        this.classes = classes;
    }

    /** The classes that have been asked for, by the program or by the JVM for it. */
    Set<String> requested() {
        return requested;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        requested.add(name);
        return super.loadClass(name, resolve);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name.replace('.', '/'));
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Calls a static method. */
    Object call(String className, String methodName, Object... arguments) throws ReflectiveOperationException {
        for (Method method : Class.forName(className, true, this).getDeclaredMethods()) {
            if (method.getName().equals(methodName)) {
                method.setAccessible(true);
                return method.invoke(null, arguments);
            }
        }
        throw new NoSuchMethodException(methodName);
    }

    /** Everything that a generator yields, and its result if it has one. */
    static List<Object> drain(Object generator) {
        List<Object> values = new ArrayList<>();
        Generator<?, ?, ?> running = (Generator<?, ?, ?>) generator;
        while (running.hasNext()) {
            values.add(running.next());
        }
        if (running.result() != null) {
            values.add(running.result());
        }
        return values;
    }
}
