package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.ThreadMXBean;
import dev.fermata.transformer.RuntimeNames;
import dev.fermata.transformer.WeaveResult;
import dev.fermata.transformer.Weaver;
import dev.fermata.transformer.woven.Classes;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of a frame as it is computed is what this JVM allocates. */
class FrameSizeTest {
    private static final int OBJECTS = 1000;

    /** Made once, because the compiler would make one for each call. */
    private static final Object[] NO_ARGUMENTS = {};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Generator<Object, Object, Void> m() { Generator.yield(null); return null; }",
                "Iterable<Integer> m() { for (int i = 0; i < 3; i++) Generator.yield(i); return null; }",
                "PrimitiveIterator.OfInt m() { Generator.yield(1); return null; }",
                "PrimitiveIterator.OfLong m() { long l = 1; Generator.yield(l); Generator.yield(l); return null; }",
                "PrimitiveIterator.OfDouble m() { Generator.yield(1.0); return null; }",
                "Coroutine<Void> m() { Coroutine.suspend(1); return null; }",
                "Coroutine<Void> m() { int a = n(); Coroutine.suspend(1); n(a); return null; }",
                "Coroutine<Void> m() { long a = n(); Coroutine.suspend(1); n(a); return null; }",
                "Coroutine<Void> m() { double a = n(); int b = n(); Coroutine.suspend(1); n(a + b); return null; }",
                "Coroutine<Void> m() { float a = n(); long b = n(); String c = \"\" + n(); Object d = c + c; byte e = (byte) n();"
                        + " Coroutine.suspend(1); n(a + b + c.length() + d.hashCode() + e); return null; }",
                "Coroutine<Void> m() { String a = \"\" + n(), b = a + a, c = b + a; Coroutine.suspend(1);"
                        + " n((a + b + c).length()); return null; }",
            })
    void is_what_the_jvm_allocates(String method) throws Exception {
        assumeTrue(
                isOn("UseCompressedOops") && isOn("UseCompressedClassPointers") && !isOn("UseCompactObjectHeaders"),
                "the size is that of a JVM with compressed references and ordinary headers");
        String members = "@Suspendable static " + method + "\nstatic int n() { return 3; } static void n(double d) {}";
        MethodView view = Explained.method(members);
        assertEquals(
                measure(members, view.frame().name()),
                view.frame().size().total(),
                view.frame().size()::toString);
    }

    /** The runtime's frames as {@link RuntimeFrames} has them: if one gets or loses a field, that has to follow. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                RuntimeNames.GENERATOR_FRAME,
                RuntimeNames.INT_FRAME,
                RuntimeNames.LONG_FRAME,
                RuntimeNames.DOUBLE_FRAME,
                RuntimeNames.COROUTINE_FRAME,
                RuntimeNames.ASYNC_GENERATOR_FRAME
            })
    void the_table_of_inherited_fields_is_that_of_the_runtime(String base) throws ClassNotFoundException {
        List<List<String>> real = new ArrayList<>();
        for (Class<?> type = Class.forName(base.replace('/', '.')); type != Object.class; type = type.getSuperclass()) {
            List<String> fields = new ArrayList<>();
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())) {
                    fields.add(field.getType().isPrimitive() ? field.getType().descriptorString() : "a reference");
                }
            }
            real.add(0, fields.stream().sorted().toList());
        }
        List<List<String>> table = RuntimeFrames.fieldsOf(base).stream()
                .map(level -> level.stream()
                        .map(descriptor -> descriptor.length() > 1 ? "a reference" : descriptor)
                        .sorted()
                        .toList())
                .toList();
        assertEquals(real, table);
    }

    @Test
    void a_small_field_goes_into_the_gap_that_a_superclass_leaves() {
        // 12 header, 4 int, 1 boolean; then 3 bytes are free, which take no reference
        assertEquals(
                24,
                ObjectLayout.sizeOf(List.of(List.of("I", "Z")), List.of("Z", "S"))
                        .total());
        assertEquals(
                24,
                ObjectLayout.sizeOf(List.of(List.of("I", "Z")), List.of("LA;")).total());
        assertEquals(
                32,
                ObjectLayout.sizeOf(List.of(List.of("I", "Z")), List.of("J")).total());
        assertEquals(new ObjectSize(12, 8, 4, 0), ObjectLayout.sizeOf(List.of(List.of("J")), List.of("I")));
    }

    private static long measure(String members, String frame) throws Exception {
        String source = "import dev.fermata.*; import java.util.*;\nclass Example {\n" + members + "\n}\n";
        Class<?> type = new WovenLoader(Classes.compile(source).files()).loadClass(frame);
        var constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        UnaryOperator<Object> make = ignored -> newInstance(constructor);
        Object[] kept = new Object[OBJECTS];
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        make.apply(null);
        for (int warmUp = 0; warmUp < OBJECTS; warmUp++) {
            kept[warmUp] = make.apply(null); // until reflection no longer allocates anything of its own
        }
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < OBJECTS; i++) {
            kept[i] = make.apply(null);
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / OBJECTS;
    }

    private static Object newInstance(java.lang.reflect.Constructor<?> constructor) {
        try {
            return constructor.newInstance(NO_ARGUMENTS);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean isOn(String option) {
        HotSpotDiagnosticMXBean jvm = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        try {
            return Boolean.parseBoolean(jvm.getVMOption(option).getValue());
        } catch (IllegalArgumentException unknown) {
            return option.equals("UseCompressedClassPointers"); // always on where the option has gone
        }
    }

    /** Weaves what it loads. */
    private static final class WovenLoader extends ClassLoader {
        private final Map<String, byte[]> files = new HashMap<>();

        WovenLoader(Map<String, byte[]> unwoven) {
            super(FrameSizeTest.class.getClassLoader());
            unwoven.forEach((name, bytes) -> {
                files.put(name, bytes);
                if (new Weaver().weave(bytes) instanceof WeaveResult.Success success) {
                    files.put(name, success.host());
                    files.putAll(success.frames());
                }
            });
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = files.get(name.replace('.', '/'));
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
