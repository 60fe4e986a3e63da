package dev.fermata.tests.random.fuzz;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.ClassReader;

/** What the JVM says to a class file, without running anything of it. */
final class JvmVerdict {
    /** By binary name, so that the class meets the neighbours that it was compiled with. */
    private static final Map<String, byte[]> NEIGHBOURS = new HashMap<>();

    static {
        Seeds.all()
                .forEach(seed ->
                        NEIGHBOURS.put(new ClassReader(seed).getClassName().replace('/', '.'), seed));
    }

    private JvmVerdict() {}

    /** Whether the JVM does not even link the class, so that nothing that is done to it can be a fault. */
    static boolean refuses(byte[] classFile) {
        try {
            new NeighbourhoodLoader().define(classFile).getDeclaredMethods();
            return false;
        } catch (NoClassDefFoundError missing) {
            return false; // it has been linked by the time its members are listed
        } catch (LinkageError | SecurityException | TypeNotPresentException refusal) {
            return true;
        }
    }

    private static final class NeighbourhoodLoader extends ClassLoader {
        NeighbourhoodLoader() {
            super(JvmVerdict.class.getClassLoader());
        }

        Class<?> define(byte[] classFile) {
            return defineClass(null, classFile, 0, classFile.length);
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            byte[] neighbour = NEIGHBOURS.get(name);
            return neighbour == null ? super.loadClass(name, resolve) : define(neighbour);
        }
    }
}
