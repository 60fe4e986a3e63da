package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generators of objects that leave the boxing of what they yield to whoever takes it. */
class UnboxedYieldsTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.util.*;
            import java.util.stream.Stream;

            class Host {
                @Suspendable
                static Generator<Object, Object, Object> mixed(int i, long l, double d, boolean b, Object object) {
                    Generator.yield(i);
                    Generator.yield(object);
                    Generator.yield(l);
                    Generator.yield(d);
                    Generator.yield(b);
                    Generator.yield(i > 0 ? i : -i);
                    Generator.yield((char) i);
                    return Generator.returning(i);
                }

                @Suspendable
                static Generator<Object, Object, Object> longs(long from) {
                    Object sent = Generator.yield(from);
                    Generator.yield(sent);
                    Generator.yield(Math.max(from, Generator.<Long>yield(from + 1) == null ? from + 2 : from));
                    return null;
                }

                @Suspendable
                static Iterable<Double> doubles(int count) {
                    for (int i = 0; i < count; i++) {
                        Generator.yield(i / 2.0);
                    }
                    return null;
                }

                @Suspendable
                static Iterable<Integer> nested(int depth) {
                    Generator.yield(depth + 1000);
                    if (depth > 0) {
                        Generator.yieldFrom(nested(depth - 1));
                    }
                    Generator.yield(-depth);
                    return null;
                }

                @Suspendable
                static Stream<Long> stream(long upTo) {
                    for (long i = 0; i < upTo; i++) {
                        Generator.yield(i);
                    }
                    return null;
                }

                @Suspendable
                static Generator<Integer, Object, Object> guarded() {
                    for (int i = 0; ; i++) {
                        try {
                            Generator.yield(i);
                        } catch (IllegalStateException raised) {
                            Generator.yield(i + 100);
                        }
                    }
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());

    @SuppressWarnings("unchecked") // what the method returns
    private Generator<Object, Object, Object> generator(String method, Object... arguments) throws Exception {
        return (Generator<Object, Object, Object>) loader.call("Host", method, arguments);
    }

    @SuppressWarnings("unchecked")
    private List<Object> values(String method, Object argument) throws Exception {
        List<Object> values = new ArrayList<>();
        ((Iterable<Object>) loader.call("Host", method, argument)).forEach(values::add);
        return values;
    }

    @Test
    void give_what_was_yielded_whatever_its_type() throws Exception {
        Object object = new Object();
        Generator<Object, Object, Object> mixed = generator("mixed", -7, 1L << 40, 0.5, true, object);
        List<Object> values = new ArrayList<>();
        mixed.forEachRemaining(values::add);
        assertEquals(List.of(-7, object, 1L << 40, 0.5, true, 7, (char) -7), values);
        assertEquals(-7, mixed.result());
    }

    @Test
    void use_the_boxes_that_others_use() throws Exception {
        Generator<Object, Object, Object> mixed = generator("mixed", 7, 0L, 0.0, true, null);
        assertTrue(mixed.hasNext());
        assertSame((Object) 7, mixed.next());
    }

    @Test
    void are_boxed_for_every_way_of_asking() throws Exception {
        Generator<Object, Object, Object> longs = generator("longs", 1L << 40);
        assertTrue(longs.hasNext());
        assertEquals(1L << 40, longs.send(null));
        assertEquals("sent", longs.send("sent"));
        assertEquals((1L << 40) + 1, longs.next());
        assertEquals((1L << 40) + 2, longs.send(null));
        assertThrows(StopIteration.class, longs::next);
    }

    @Test
    void reach_those_who_delegate() throws Exception {
        List<Object> expected = new ArrayList<>();
        for (int depth = 1000; depth >= 0; depth--) {
            expected.add(depth + 1000);
        }
        for (int depth = 0; depth <= 1000; depth++) {
            expected.add(-depth);
        }
        assertEquals(expected, values("nested", 1000));
    }

    @Test
    void may_be_wide() throws Exception {
        assertEquals(List.of(0.0, 0.5, 1.0), values("doubles", 3));
        assertEquals(List.of(0L, 1L, 2L), ((Stream<?>) loader.call("Host", "stream", 3L)).toList());
    }

    @Test
    void are_dropped_when_an_exception_is_raised_instead_of_taking_them() throws Exception {
        Generator<Object, Object, Object> guarded = generator("guarded");
        Iterator<Object> iterator = guarded.iterator();
        assertEquals(0, iterator.next());
        assertTrue(iterator.hasNext());
        assertEquals(101, guarded.raise(new IllegalStateException()));
        assertTrue(guarded.hasNext());
        guarded.close();
        assertFalse(guarded.hasNext());
    }
}
