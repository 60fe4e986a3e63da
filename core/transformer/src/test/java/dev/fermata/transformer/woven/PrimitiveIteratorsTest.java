package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Delegate;
import dev.fermata.StopIteration;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Generators behind Java's primitive iterators and streams. */
@Timeout(60)
class PrimitiveIteratorsTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.util.*;
            import java.util.function.*;
            import java.util.stream.*;

            class Host {
                static final List<Object> log = new ArrayList<>();

                @Suspendable
                static PrimitiveIterator.OfInt ints(int upTo) {
                    for (int i = 0; i < upTo; i++) {
                        Generator.yield(i);
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfLong longs(int upTo) {
                    for (int i = 0; i < upTo; i++) {
                        Generator.yield(i);
                        Generator.yield(Long.MAX_VALUE - i);
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfDouble doubles(int i, long l, float f, double d, char c, short s, byte b) {
                    Generator.yield(i);
                    Generator.yield(l);
                    Generator.yield(f);
                    Generator.yield(d);
                    Generator.yield(c);
                    Generator.yield(s);
                    Generator.yield(b);
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt small(char c, short s, byte b) {
                    Generator.yield(c);
                    Generator.yield(s);
                    Generator.yield(b);
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt objects(List<?> values) {
                    for (Object value : values) {
                        try {
                            Generator.yield(value);
                        } catch (NullPointerException | ClassCastException e) {
                            log.add(e.getClass().getSimpleName());
                            Generator.yield(-1);
                        }
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt conditional(boolean box, Integer boxed) {
                    Generator.yield(box ? boxed : 2);
                    Generator.yield((Object) (box ? (Object) boxed : (Object) 2));
                    return null;
                }

                /** Values below the operand, wide ones among them. */
                @Suspendable
                static PrimitiveIterator.OfDouble operands(long a, double b) {
                    log.add(sum(a, b, Generator.yield(b), a + 1L, Generator.yield(a)));
                    return null;
                }

                private static String sum(long a, double b, Object x, long c, Object y) {
                    return a + " " + b + " " + x + " " + c + " " + y;
                }

                @Suspendable
                static PrimitiveIterator.OfInt walk(int depth) {
                    if (depth > 0) {
                        Generator.yieldFrom(walk(depth - 1));
                        Generator.yield(depth);
                        Generator.yieldFrom(walk(depth - 1));
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt down(int n) {
                    Generator.yield(n);
                    if (n == 0) {
                        return null;
                    }
                    return down(n - 1);
                }

                @Suspendable
                static PrimitiveIterator.OfInt deep(int n) {
                    if (n > 0) {
                        Generator.yieldFrom(deep(n - 1));
                    } else {
                        Generator.yield(7);
                        Generator.yield(8);
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt mixed() {
                    Generator.yieldFrom(List.of(1, 2));
                    Generator.yieldFrom(IntStream.of(3, 4).iterator());
                    Generator.yieldFrom(boxedInts());
                    Generator.yieldFrom(iterable());
                    PrimitiveIterator.OfInt ahead = ints(2);
                    ahead.hasNext();
                    Generator.yieldFrom(ahead);
                    Generator.yield((int) Generator.yieldFrom(withResult()));
                    return IntStream.of(9, 10).iterator();
                }

                @Suspendable
                static Generator<Integer, Object, Integer> withResult() {
                    Generator.yield(20);
                    return Generator.returning(21);
                }

                @Suspendable
                static Generator<Integer, Object, Void> boxedInts() {
                    Generator.yield(5);
                    return null;
                }

                @Suspendable
                static Iterable<Integer> iterable() {
                    Generator.yield(6);
                    return null;
                }

                @Suspendable
                static Generator<Object, Object, Object> boxing() {
                    Generator.yieldFrom(ints(2));
                    Generator.yieldFrom(longs(1));
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt longsInsteadOfInts() {
                    Generator.yieldFrom(longs(1));
                    return null;
                }

                @Suspendable
                static IntStream stream(int upTo) {
                    try {
                        for (int i = 0; i < upTo; i++) {
                            Generator.yield(i);
                        }
                    } finally {
                        log.add("stream closed");
                    }
                    return null;
                }

                @Suspendable
                static LongStream longStream(long value) {
                    Generator.yield(value);
                    return LongStream.of(1, 2).onClose(() -> log.add("inner closed"));
                }

                @Suspendable
                static DoubleStream doubleStream() {
                    Generator.yield(0.5);
                    return null;
                }

                @Suspendable
                static Stream<String> tail(Stream<String> rest) {
                    Generator.yield("first");
                    return rest;
                }

                @Suspendable
                static PrimitiveIterator.OfInt closable() {
                    try {
                        Generator.yieldFrom(inner());
                    } finally {
                        log.add("outer closed");
                    }
                    return null;
                }

                @Suspendable
                private static PrimitiveIterator.OfInt inner() {
                    try {
                        Generator.yield(1);
                        Generator.yield(2);
                    } finally {
                        log.add("inner closed");
                    }
                    return null;
                }

                @Suspendable
                static PrimitiveIterator.OfInt handles() {
                    try {
                        Generator.yield(1);
                    } catch (IllegalStateException e) {
                        Generator.yield(2);
                    }
                    return null;
                }

                interface Counter {
                    PrimitiveIterator.OfInt upTo(int n);

                    @Suspendable
                    default PrimitiveIterator.OfInt twice(int n) {
                        Generator.yieldFrom(upTo(n));
                        return upTo(n);
                    }
                }

                static PrimitiveIterator.OfInt lambda(int n) {
                    Counter counter = upTo -> {
                        for (int i = 0; i < upTo; i++) {
                            Generator.yield(i);
                        }
                        return null;
                    };
                    return counter.twice(n);
                }
            }
            """;

    private static final Classes WOVEN = Classes.compile(HOST).woven();

    private final Loader loader = new Loader(WOVEN);

    @SuppressWarnings("unchecked") // what the method returns
    private <T> T call(String method, Object... arguments) throws Exception {
        return (T) loader.call("Host", method, arguments);
    }

    private List<Object> log() throws Exception {
        var log = Class.forName("Host", true, loader).getDeclaredField("log");
        log.setAccessible(true);
        return List.copyOf((List<?>) log.get(null));
    }

    private static List<Object> drain(Iterator<?> iterator) {
        List<Object> values = new ArrayList<>();
        iterator.forEachRemaining(values::add);
        return values;
    }

    @Test
    void yields_ints_to_those_who_ask_first_and_to_those_who_do_not() throws Exception {
        PrimitiveIterator.OfInt ints = call("ints", 3);
        assertTrue(ints.hasNext());
        assertTrue(ints.hasNext());
        assertEquals(0, ints.nextInt());
        assertEquals(1, ints.nextInt());
        assertEquals(Integer.valueOf(2), ints.next());
        assertFalse(ints.hasNext());
        assertThrows(StopIteration.class, ints::nextInt);
        assertThrows(StopIteration.class, ints::next);
    }

    @Test
    void widens_as_java_does() throws Exception {
        PrimitiveIterator.OfLong longs = call("longs", 2);
        assertEquals(List.of(0L, Long.MAX_VALUE, 1L, Long.MAX_VALUE - 1), drain(longs));
        PrimitiveIterator.OfDouble doubles = call("doubles", 1, 1L << 60, 0.5f, Math.PI, 'x', (short) -7, (byte) -8);
        assertEquals(List.of(1.0, 0x1p60, 0.5, Math.PI, 120.0, -7.0, -8.0), drain(doubles));
        PrimitiveIterator.OfInt small = call("small", 'x', (short) -7, (byte) -8);
        assertEquals(List.of(120, -7, -8), drain(small));
    }

    @Test
    void every_bit_of_a_double_arrives() throws Exception {
        double strange = Double.longBitsToDouble(0x7ff0_0000_dead_beefL);
        PrimitiveIterator.OfDouble doubles = call("operands", 3L, strange);
        assertEquals(Double.doubleToRawLongBits(strange), Double.doubleToRawLongBits(doubles.nextDouble()));
    }

    @Test
    void objects_are_unboxed_at_the_yield() throws Exception {
        PrimitiveIterator.OfInt objects = call("objects", java.util.Arrays.asList(1, null, 2, 3L, "text", 4));
        assertEquals(List.of(1, -1, 2, -1, -1, 4), drain(objects));
        assertEquals(List.of("NullPointerException", "ClassCastException", "ClassCastException"), log());
        assertEquals(List.of(5, 5), drain(call("conditional", true, 5)));
        assertEquals(List.of(2, 2), drain(call("conditional", false, 5)));
        PrimitiveIterator.OfInt nothing = call("conditional", true, null);
        assertThrows(NullPointerException.class, nothing::nextInt);
    }

    @Test
    void operands_below_survive() throws Exception {
        assertEquals(List.of(2.5, 4.0), drain(call("operands", 4L, 2.5)));
        assertEquals(List.of("4 2.5 null 5 null"), log());
    }

    @Test
    void delegates_to_its_own_kind() throws Exception {
        assertEquals(List.of(1, 2, 1, 3, 1, 2, 1), drain(call("walk", 3)));
        assertEquals(List.of(3, 2, 1, 0), drain(call("down", 3)));
    }

    @Test
    void depth_needs_heap_only() throws Exception {
        PrimitiveIterator.OfInt deep = call("deep", 1_000_000);
        assertEquals(7, deep.nextInt());
        assertTrue(deep.hasNext());
        assertEquals(8, deep.nextInt());
        assertFalse(deep.hasNext());
        PrimitiveIterator.OfInt down = call("down", 200_000);
        long sum = 0;
        while (down.hasNext()) {
            sum += down.nextInt();
        }
        assertEquals(200_000L * 200_001 / 2, sum);
    }

    @Test
    void delegates_to_everything_that_gives_its_type() throws Exception {
        assertEquals(List.of(1, 2, 3, 4, 5, 6, 0, 1, 20, 21, 9, 10), drain(call("mixed")));
    }

    @Test
    void a_generator_of_objects_gets_boxes() throws Exception {
        assertEquals(List.of(0, 1, 0L, Long.MAX_VALUE), drain(call("boxing")));
    }

    @Test
    void another_type_is_refused_as_java_does() throws Exception {
        PrimitiveIterator.OfInt wrong = call("longsInsteadOfInts");
        assertThrows(ClassCastException.class, wrong::nextInt);
        assertFalse(wrong.hasNext());
    }

    @Test
    void streams_of_each_type() throws Exception {
        assertArrayEquals(new int[] {0, 1, 2}, this.<IntStream>call("stream", 3).toArray());
        assertArrayEquals(
                new long[] {5, 1, 2}, this.<LongStream>call("longStream", 5L).toArray());
        assertArrayEquals(
                new double[] {0.5}, this.<DoubleStream>call("doubleStream").toArray());
        assertEquals(List.of("stream closed", "inner closed"), log());
    }

    @Test
    void closing_a_stream_closes_what_it_comes_from() throws Exception {
        try (IntStream stream = call("stream", 3)) {
            assertEquals(0, stream.iterator().nextInt());
            assertEquals(List.of(), log());
        }
        assertEquals(List.of("stream closed"), log());
        try (LongStream stream = call("longStream", 5L)) {
            PrimitiveIterator.OfLong iterator = stream.iterator();
            assertEquals(5, iterator.nextLong());
            assertEquals(1, iterator.nextLong());
        }
        assertEquals(List.of("stream closed", "inner closed"), log());
    }

    @Test
    void a_stream_ends_with_another() throws Exception {
        List<String> closed = new ArrayList<>();
        Stream<String> joined = call("tail", Stream.of("b", "c").onClose(() -> closed.add("rest")));
        assertEquals(List.of("first", "b", "c"), joined.toList());
        assertEquals(List.of("rest"), closed);
        Stream<String> failing = call(
                "tail",
                Stream.of("b")
                        .peek(value -> {
                            throw new IllegalStateException(value);
                        })
                        .onClose(() -> closed.add("failed")));
        assertThrows(IllegalStateException.class, failing::toList);
        assertEquals(List.of("rest", "failed"), closed);
    }

    @Test
    void closing_closes_the_delegate_first() throws Exception {
        PrimitiveIterator.OfInt ints = call("closable");
        assertEquals(1, ints.nextInt());
        ((AutoCloseable) ints).close();
        assertFalse(ints.hasNext());
        assertEquals(List.of("inner closed", "outer closed"), log());
    }

    @Test
    void as_a_delegate_it_gives_boxes_and_takes_exceptions() throws Exception {
        Delegate<Object, Object, Object> generator = call("handles");
        assertTrue(((Iterator<?>) generator).hasNext());
        assertEquals(1, generator.send(null));
        assertEquals(2, generator.raise(new IllegalStateException()));
        assertThrows(StopIteration.class, generator::next);
    }

    @Test
    void default_methods_and_lambdas() throws Exception {
        assertEquals(List.of(0, 1, 0, 1), drain(call("lambda", 2)));
    }

    @Test
    void nothing_is_boxed_in_the_woven_code() {
        TreeSet<String> boxing = new TreeSet<>();
        int bodies = 0;
        for (var entry : WOVEN.files().entrySet()) {
            ClassNode node = new ClassNode();
            new ClassReader(entry.getValue()).accept(node, 0);
            for (MethodNode method : node.methods) {
                boolean primitive = method.name.matches(
                                "lambda\\$(ints|longs|doubles|small|walk|stream|lambda\\$lambda.*)\\$co\\d+")
                        || entry.getKey().matches("Host\\$\\$(ints|longs|doubles)\\$.*")
                                && method.name.matches("hasNext|next(Int|Long|Double)");
                bodies += primitive ? 1 : 0;
                for (AbstractInsnNode insn : method.instructions) {
                    if (primitive && insn instanceof MethodInsnNode call && call.name.equals("valueOf")) {
                        boxing.add(entry.getKey() + "." + method.name);
                    }
                }
            }
        }
        assertEquals(new TreeSet<>(), boxing);
        assertTrue(bodies >= 12, "looked at " + bodies);
    }

    @Test
    void nothing_is_allocated_for_a_value() throws Exception {
        var threads = assertInstanceOf(com.sun.management.ThreadMXBean.class, ManagementFactory.getThreadMXBean());
        PrimitiveIterator.OfInt ints = call("ints", 2_000_000);
        long sum = ints.nextInt(); // all classes are there
        long before = threads.getCurrentThreadAllocatedBytes();
        while (ints.hasNext()) {
            sum += ints.nextInt();
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertEquals(1_999_999L * 1_000_000, sum);
        assertTrue(allocated < 100_000, "allocated " + allocated);
    }
}
