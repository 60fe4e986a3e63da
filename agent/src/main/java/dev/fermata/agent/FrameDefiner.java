package dev.fermata.agent;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Defines frame classes where their hosts are going to be: in the same loader, package and protection domain. The host
 * does not exist yet, so {@code Lookup.defineClass} has nothing to stand on, and the loader's own {@code defineClass} is
 * called.
 */
final class FrameDefiner {
    private static final MethodType DEFINE_CLASS = MethodType.methodType(
            Class.class, String.class, byte[].class, int.class, int.class, ProtectionDomain.class);

    private final MethodHandle defineClass;
    private final MethodHandle findLoadedClass;

    private FrameDefiner(Lookup inClassLoader) throws ReflectiveOperationException {
        defineClass = inClassLoader.findVirtual(ClassLoader.class, "defineClass", DEFINE_CLASS);
        findLoadedClass = inClassLoader.findVirtual(
                ClassLoader.class, "findLoadedClass", MethodType.methodType(Class.class, String.class));
    }

    /**
     * Gets access to {@code ClassLoader}. {@code java.lang} is opened to a module that holds nothing but
     * {@link ClassLoaderLookup}: opened to the agent's own, which is the whole class path, it would let the application do
     * under the agent what it may not do without.
     */
    static FrameDefiner open(Instrumentation instrumentation) throws ReflectiveOperationException {
        Class<?> lookup = new LonelyLoader().define(ClassLoaderLookup.class);
        instrumentation.redefineModule(
                ClassLoader.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(lookup.getModule())),
                Set.of(),
                Map.of());
        Supplier<?> supplier = (Supplier<?>) lookup.getConstructor().newInstance();
        return new FrameDefiner((Lookup) supplier.get());
    }

    /**
     * Defines a class, unless the loader has it: the host is being retransformed, or another thread loads it too. The
     * name tells the layout, so what is there fits.
     *
     * @throws LinkageError if the loader cannot define it
     */
    void define(ClassLoader loader, ProtectionDomain domain, String internalName, byte[] classFile) {
        String name = internalName.replace('/', '.');
        try {
            Class<?> defined = (Class<?>) defineClass.invokeExact(loader, name, classFile, 0, classFile.length, domain);
            assert defined.getClassLoader() == loader;
        } catch (LinkageError error) {
            // JVMs report a duplicate by different errors, so ask.
            if (!isLoaded(loader, name)) {
                throw error;
            }
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    private boolean isLoaded(ClassLoader loader, String name) {
        try {
            Class<?> loaded = (Class<?>) findLoadedClass.invokeExact(loader, name);
            return loaded != null;
        } catch (RuntimeException | Error failure) {
            throw failure;
        } catch (Throwable impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** A loader for one class of the agent, which is so in a module of its own. */
    private static final class LonelyLoader extends ClassLoader {
        private LonelyLoader() {
            super(null);
        }

        private Class<?> define(Class<?> original) {
            byte[] classFile = bytesOf(original);
            return defineClass(original.getName(), classFile, 0, classFile.length);
        }

        private static byte[] bytesOf(Class<?> original) {
            try (InputStream in = original.getResourceAsStream(original.getSimpleName() + ".class")) {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
