package dev.fermata.transformer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.AsyncCloseable;
import dev.fermata.AsyncGenerator;
import dev.fermata.Awaitable;
import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.GeneratorExit;
import dev.fermata.NotWovenError;
import dev.fermata.SuppressDiagnostics;
import dev.fermata.Suspendable;
import dev.fermata.Woven;
import dev.fermata.frame.AsyncGeneratorFrame;
import dev.fermata.frame.AsyncIterator;
import dev.fermata.frame.AsyncTemplate;
import dev.fermata.frame.CoroutineFrame;
import dev.fermata.frame.DoubleIteratorFrame;
import dev.fermata.frame.Frame;
import dev.fermata.frame.Generated;
import dev.fermata.frame.GeneratorFrame;
import dev.fermata.frame.IntIteratorFrame;
import dev.fermata.frame.LongIteratorFrame;
import dev.fermata.frame.PrimitiveFrame;
import dev.fermata.loop.Futures;
import dev.fermata.loop.Publishers;
import dev.fermata.transformer.RuntimeNames.Member;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Type;

/** Holds the transformer's idea of the runtime to the runtime. */
class RuntimeNamesTest {
    @Test
    void names_the_classes_of_the_runtime() {
        assertEquals(Type.getDescriptor(Suspendable.class), RuntimeNames.SUSPENDABLE);
        assertEquals(Type.getDescriptor(SuppressDiagnostics.class), RuntimeNames.SUPPRESS_DIAGNOSTICS);
        assertEquals(Type.getDescriptor(Woven.class), RuntimeNames.WOVEN);
        assertEquals(Type.getDescriptor(Generated.class), RuntimeNames.GENERATED);
        assertEquals(Type.getInternalName(Generator.class), RuntimeNames.GENERATOR);
        assertEquals(Type.getInternalName(Coroutine.class), RuntimeNames.COROUTINE);
        assertEquals(Type.getInternalName(GeneratorExit.class), RuntimeNames.GENERATOR_EXIT);
        assertEquals(Type.getInternalName(NotWovenError.class), RuntimeNames.NOT_WOVEN_ERROR);
        assertEquals(Type.getInternalName(Frame.class), RuntimeNames.FRAME);
        assertEquals(Type.getInternalName(GeneratorFrame.class), RuntimeNames.GENERATOR_FRAME);
        assertEquals(Type.getInternalName(Futures.class), RuntimeNames.FUTURES);
        assertEquals(Type.getInternalName(Publishers.class), RuntimeNames.PUBLISHERS);
        assertEquals(Type.getInternalName(AsyncTemplate.class), RuntimeNames.ASYNC_TEMPLATE);
        assertEquals(Type.getInternalName(CompletableFuture.class), RuntimeNames.COMPLETABLE_FUTURE);
        assertEquals(Type.getInternalName(PrimitiveFrame.class), RuntimeNames.PRIMITIVE_FRAME);
        assertEquals(Type.getInternalName(IntIteratorFrame.class), RuntimeNames.INT_FRAME);
        assertEquals(Type.getInternalName(LongIteratorFrame.class), RuntimeNames.LONG_FRAME);
        assertEquals(Type.getInternalName(DoubleIteratorFrame.class), RuntimeNames.DOUBLE_FRAME);
        assertEquals(Type.getInternalName(CoroutineFrame.class), RuntimeNames.COROUTINE_FRAME);
        assertEquals(Type.getInternalName(AsyncGenerator.class), RuntimeNames.ASYNC_GENERATOR);
        assertEquals(Type.getInternalName(AsyncCloseable.class), RuntimeNames.ASYNC_CLOSEABLE);
        assertEquals(Type.getInternalName(Awaitable.class), RuntimeNames.AWAITABLE);
        assertEquals(Type.getInternalName(AsyncGeneratorFrame.class), RuntimeNames.ASYNC_GENERATOR_FRAME);
        assertEquals(Type.getInternalName(AsyncIterator.class), RuntimeNames.ASYNC_ITERATOR);
    }

    @Test
    void every_member_exists_and_can_be_reached_by_woven_code() throws IllegalAccessException {
        int members = 0;
        for (Field field : RuntimeNames.class.getDeclaredFields()) {
            if (field.getType() == Member.class) {
                Member member = (Member) field.get(null);
                Method method = find(member);
                assertNotNull(method, () -> "the runtime has no " + member);
                assertTrue(
                        Modifier.isPublic(method.getModifiers()) || Modifier.isProtected(method.getModifiers()),
                        method::toString);
                members++;
            }
        }
        assertTrue(members > 20, "members found: " + members);
    }

    @Test
    void the_methods_of_primitive_frames_and_boxes_exist() throws ReflectiveOperationException {
        for (Primitive primitive : Primitive.values()) {
            Class<?> box = Class.forName(primitive.box().replace('/', '.'));
            assertEquals(
                    primitive.unboxing().desc(),
                    Type.getMethodDescriptor(box.getMethod(primitive.unboxing().name())));
            Class<?> frame = Class.forName(
                    switch (primitive) {
                        case INT -> IntIteratorFrame.class.getName();
                        case LONG -> LongIteratorFrame.class.getName();
                        case DOUBLE -> DoubleIteratorFrame.class.getName();
                    });
            assertEquals(
                    primitive.next().desc(),
                    Type.getMethodDescriptor(frame.getMethod(primitive.next().name())));
            assertEquals(
                    primitive.asStream().desc(),
                    Type.getMethodDescriptor(
                            frame.getMethod(primitive.asStream().name())));
        }
    }

    @Test
    void the_point_of_a_template_is_the_runtimes() throws ReflectiveOperationException {
        Field template = Frame.class.getDeclaredField("TEMPLATE");
        template.setAccessible(true);
        assertEquals(template.get(null), RuntimeNames.TEMPLATE_POINT);
    }

    @Test
    void the_elements_of_the_annotation_exist() throws NoSuchMethodException {
        assertEquals(
                int.class,
                Woven.class.getMethod(RuntimeNames.WOVEN_FORMAT_ELEMENT).getReturnType());
        assertEquals(
                String[].class,
                Woven.class.getMethod(RuntimeNames.WOVEN_FRAMES_ELEMENT).getReturnType());
    }

    @Test
    void every_marker_is_a_static_method_that_refuses_to_run() throws ReflectiveOperationException {
        List<Method> found = new ArrayList<>();
        for (Class<?> owner : List.of(Generator.class, Coroutine.class, AsyncGenerator.class)) {
            for (Method method : owner.getDeclaredMethods()) {
                boolean marker = java.util.Arrays.stream(Marker.values())
                        .anyMatch(m -> m.toString().equals(owner.getSimpleName() + "." + method.getName()));
                if (marker) {
                    assertTrue(Modifier.isStatic(method.getModifiers()), method::toString);
                    Throwable thrown = org.junit.jupiter.api.Assertions.assertThrows(
                                    java.lang.reflect.InvocationTargetException.class,
                                    () -> method.invoke(null, (Object) null))
                            .getCause();
                    assertEquals(NotWovenError.class, thrown.getClass());
                    found.add(method);
                }
            }
        }
        assertEquals(12, found.size(), found::toString);
    }

    private static Method find(Member member) {
        for (Class<?> owner : List.of(
                Frame.class,
                GeneratorFrame.class,
                AsyncGeneratorFrame.class,
                AsyncIterator.class,
                PrimitiveFrame.class,
                Generator.class,
                Coroutine.class,
                AsyncGenerator.class,
                Futures.class,
                Publishers.class,
                CompletableFuture.class)) {
            for (Method method : owner.getDeclaredMethods()) {
                if (method.getName().equals(member.name())
                        && Type.getMethodDescriptor(method).equals(member.desc())) {
                    return method;
                }
            }
        }
        return null;
    }
}
