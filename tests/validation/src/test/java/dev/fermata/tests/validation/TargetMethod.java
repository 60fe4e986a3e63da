package dev.fermata.tests.validation;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.BaseStream;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AnnotationNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A target method that can be run by itself: static, from a {@link Trial} to one of the suspendable kinds.
 *
 * @param owner the class, dotted
 * @param name the method
 * @param kind what it returns
 * @param isSuspendable whether it is woven itself, rather than calling something that is
 * @param needsSeparateClasses whether it carries {@link SeparateClasses}
 */
public record TargetMethod(
        String owner, String name, Class<?> kind, boolean isSuspendable, boolean needsSeparateClasses) {
    private static final Set<Class<?>> KINDS = Set.of(
            Coroutine.class,
            CompletableFuture.class,
            CompletionStage.class,
            Generator.class,
            Iterator.class,
            Iterable.class,
            Stream.class,
            PrimitiveIterator.OfInt.class,
            PrimitiveIterator.OfLong.class,
            PrimitiveIterator.OfDouble.class,
            IntStream.class,
            LongStream.class,
            DoubleStream.class);

    /** Reads the class files without loading them: some do not pass the verifier. */
    public static List<TargetMethod> in(Collection<byte[]> classFiles) {
        List<TargetMethod> found = new ArrayList<>();
        for (byte[] bytes : classFiles) {
            ClassNode host = new ClassNode();
            new ClassReader(bytes).accept(host, ClassReader.SKIP_CODE);
            for (MethodNode method : host.methods) {
                KINDS.stream()
                        .filter(kind -> method.desc.equals(
                                Type.getMethodDescriptor(Type.getType(kind), Type.getType(Trial.class))))
                        .filter(kind -> (method.access & Opcodes.ACC_STATIC) != 0)
                        .filter(kind -> (method.access & Opcodes.ACC_SYNTHETIC) == 0)
                        .forEach(kind -> found.add(of(host, method, kind)));
            }
        }
        return found;
    }

    private static TargetMethod of(ClassNode host, MethodNode method, Class<?> kind) {
        return new TargetMethod(
                host.name.replace('/', '.'),
                method.name,
                kind,
                has(method.visibleAnnotations, Suspendable.class),
                has(method.visibleAnnotations, SeparateClasses.class));
    }

    private static boolean has(List<AnnotationNode> annotations, Class<?> type) {
        return annotations != null
                && annotations.stream().anyMatch(annotation -> annotation.desc.equals(Type.getDescriptor(type)));
    }

    Object call(TargetLoader loader, Trial trial) throws Throwable {
        Method method = Class.forName(owner, true, loader).getDeclaredMethod(name, Trial.class);
        method.setAccessible(true);
        try {
            return method.invoke(null, trial);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    public boolean isCoroutine() {
        return kind == Coroutine.class;
    }

    /** Whether it starts when it is called. */
    public boolean isFuture() {
        return CompletionStage.class.isAssignableFrom(kind);
    }

    /** Whether it can be read and closed, and nothing else. */
    public boolean isStream() {
        return BaseStream.class.isAssignableFrom(kind);
    }

    @Override
    public String toString() {
        return owner + "." + name;
    }
}
