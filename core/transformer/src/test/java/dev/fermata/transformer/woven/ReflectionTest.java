package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What frameworks see of a woven class. */
class ReflectionTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.lang.annotation.*;
            import java.util.List;

            class Host {
                @Retention(RetentionPolicy.RUNTIME) @interface Note { String value(); }

                @Suspendable @Note("kept")
                final strictfp <T extends Comparable<T>> Generator<List<T>, T, Void> many(@Note("p") T first, T... rest)
                        throws java.io.IOException {
                    for (T each : rest) {
                        T sent = Generator.yield(List.of(first, each));
                    }
                    return null;
                }

                static int plain(int n) { return n + 1; }
            }
            """;

    private final Classes plain = Classes.compile(List.of("-g", "-nowarn"), HOST);
    private final Classes woven = plain.woven();

    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic())
                .toList();
    }

    private static Class<?> host(Classes classes) throws ClassNotFoundException {
        return new Loader(classes).loadClass("Host");
    }

    @Test
    @Tag("E10")
    void the_methods_of_the_source_look_as_before() throws Exception {
        assertEquals(describe(host(plain)), describe(host(woven)));
    }

    private static String describe(Class<?> host) {
        StringBuilder text = new StringBuilder();
        for (Method method : methods(host).stream()
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList()) {
            text.append(Arrays.toString(method.getAnnotations()))
                    .append(Arrays.deepToString(method.getParameterAnnotations()))
                    .append(method.toGenericString())
                    .append(Arrays.toString(method.getParameters()))
                    .append('\n');
        }
        return text.toString();
    }

    @Test
    @Tag("E10")
    @Tag("H5")
    void the_body_is_synthetic_and_named_like_a_lambda_and_carries_nothing_of_the_users() throws Exception {
        Method body = body();
        assertTrue(body.getName().startsWith("lambda$many$co"), body::toString);
        assertEquals(0, body.getAnnotations().length);
        assertEquals(body.toString(), body.toGenericString());
        assertFalse(body.getParameters()[0].isNamePresent());
    }

    @Test
    @Tag("E15")
    void the_flags_of_the_body_are_its_own() throws Exception {
        int synthetic = 0x1000;
        assertEquals(Modifier.STATIC | synthetic, body().getModifiers());
        Method stub = methods(host(woven)).stream()
                .filter(method -> method.getName().equals("many"))
                .findFirst()
                .orElseThrow();
        assertTrue(stub.isVarArgs());
        assertTrue(Modifier.isFinal(stub.getModifiers()));
    }

    private Method body() throws ClassNotFoundException {
        return Arrays.stream(host(woven).getDeclaredMethods())
                .filter(Method::isSynthetic)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @Tag("E8")
    void reflection_on_the_host_does_not_need_the_frame_class() throws Exception {
        assertEquals(3, host(withoutFrame()).getDeclaredMethods().length);
        assertNotNull(java.io.ObjectStreamClass.lookupAny(host(withoutFrame())));
    }

    @Test
    @Tag("E9")
    void verifying_the_host_does_not_need_the_frame_class() throws Exception {
        assertEquals(2, new Loader(withoutFrame()).call("Host", "plain", 1));
        Loader loader = new Loader(woven);
        loader.call("Host", "plain", 1);
        assertFalse(loader.requested().contains(woven.frameName()), loader.requested()::toString);
    }

    private Classes withoutFrame() {
        TreeMap<String, byte[]> files = new TreeMap<>(woven.files());
        files.remove(woven.frameName());
        return new Classes(files);
    }

    @Test
    @Tag("E13")
    void a_frame_class_is_a_top_level_class_with_a_name_of_its_own() throws Exception {
        Class<?> frame = new Loader(woven).loadClass(woven.frameName());
        assertEquals(woven.frameName(), frame.getSimpleName());
        assertEquals(null, frame.getEnclosingClass());
        assertEquals(null, frame.getEnclosingMethod());
        assertFalse(frame.isAnonymousClass() || frame.isMemberClass());
        assertEquals(frame, frame.getNestHost());
    }
}
