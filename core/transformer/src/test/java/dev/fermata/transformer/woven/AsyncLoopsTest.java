package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.Coroutine;
import dev.fermata.NotWovenError;
import dev.fermata.StopIteration;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.JavaSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The enhanced {@code for} over asynchronous generators. */
class AsyncLoopsTest {
    private static final String HOST = """
            import dev.fermata.*;
            import java.util.*;
            import java.util.function.*;

            class Host {
                @Suspendable
                static AsyncGenerator<Integer> upTo(int n) {
                    for (int i = 0; i < n; i++) {
                        Coroutine.suspend("trap");
                        AsyncGenerator.yield(i);
                    }
                    return null;
                }

                @Suspendable
                static Coroutine<Object> unboxes() {
                    long sum = 0;
                    for (int i : upTo(4)) {
                        sum += i;
                    }
                    return Coroutine.of(sum);
                }

                @Suspendable
                static Coroutine<Object> nested() {
                    List<Object> seen = new ArrayList<>();
                    outer:
                    for (var i : upTo(5)) {
                        if (i == 1) {
                            continue;
                        }
                        for (var j : upTo(5)) {
                            if (j == 2) {
                                continue outer;
                            }
                            if (i == 3) {
                                break outer;
                            }
                            seen.add(i + ":" + j);
                        }
                    }
                    return Coroutine.of(seen);
                }

                @Suspendable
                static Coroutine<Object> withinTry() {
                    List<Object> seen = new ArrayList<>();
                    for (int i : upTo(4)) {
                        try {
                            if (i == 1) {
                                continue;
                            }
                            if (i == 2) {
                                throw new IllegalStateException("two");
                            }
                            seen.add(i);
                        } catch (IllegalStateException e) {
                            seen.add(e.getMessage());
                        } finally {
                            seen.add("finally " + Coroutine.suspend("trap"));
                        }
                    }
                    return Coroutine.of(seen);
                }

                @Suspendable
                static Coroutine<Object> amongOthers() {
                    List<Object> seen = new ArrayList<>();
                    for (int i : List.of(10, 20)) {
                        for (int j : upTo(2)) {
                            for (int k : new int[] {1, 2}) {
                                seen.add(i + j + k);
                            }
                        }
                    }
                    return Coroutine.of(seen);
                }

                @Suspendable
                static Coroutine<Object> byHand() {
                    int sum = 0;
                    Iterator<Integer> it = upTo(4).iterator();
                    while (it.hasNext() && it.hasNext()) {
                        sum += it.next();
                    }
                    return Coroutine.of(sum);
                }

                @Suspendable
                static Coroutine<Object> onTheStack(String text) {
                    return Coroutine.of(text + new StringBuilder(text).append(sum(upTo(3).iterator().hasNext() ? 1 : 2)));
                }

                static int sum(int n) {
                    return n;
                }

                @Suspendable
                static AsyncGenerator<Object> squares(AsyncGenerator<Integer> source) {
                    for (int i : source) {
                        AsyncGenerator.yield(i * i);
                    }
                    return null;
                }

                @Suspendable
                static Coroutine<Object> pipeline() {
                    List<Object> seen = new ArrayList<>();
                    for (Object square : squares(upTo(4))) {
                        seen.add(square);
                    }
                    return Coroutine.of(seen);
                }

                static Coroutine<Object> lambda() {
                    Function<Integer, Coroutine<Object>> sum = n -> {
                        int total = 0;
                        for (int i : upTo(n)) {
                            total += i;
                        }
                        return Coroutine.of(total);
                    };
                    return sum.apply(4);
                }

                @Suspendable
                static Coroutine<Object> wide(long a, double b) {
                    double total = 0;
                    for (int i : upTo(3)) {
                        long c = a + i;
                        total += b * c;
                    }
                    return Coroutine.of(total);
                }

                @Suspendable
                static Coroutine<Object> handsItOn() {
                    Iterator<Integer> it = upTo(4).iterator();
                    return Coroutine.of(new ArrayList<>(List.of(drain(it))));
                }

                static int drain(Iterator<Integer> it) {
                    return it.hasNext() ? it.next() : 0;
                }

                @Suspendable
                static Coroutine<Object> skipsHasNext() {
                    return Coroutine.of(upTo(4).iterator().next());
                }

                static int plain(AsyncGenerator<Integer> values) {
                    return values.iterator().next();
                }
            }
            """;

    private final Loader loader;
    private int traps;

    AsyncLoopsTest() {
        String plain = HOST.substring(HOST.indexOf("    static int plain"), HOST.lastIndexOf('}'));
        loader = new Loader(Classes.compile(HOST.replace(plain, "")).woven());
    }

    private Object run(String method, Object... arguments) throws Exception {
        Coroutine<?> coroutine = (Coroutine<?>) loader.call("Host", method, arguments);
        for (traps = 0; ; traps++) {
            try {
                coroutine.send(null);
            } catch (StopIteration end) {
                return end.value();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unboxes     | 4  | 6",
                "nested      | 11 | [0:0, 0:1, 2:0, 2:1]",
                "withinTry   | 8  | [0, finally null, finally null, two, finally null, 3, finally null]",
                "amongOthers | 4  | [11, 12, 12, 13, 21, 22, 22, 23]",
                "byHand      | 4  | 6",
                "pipeline    | 4  | [0, 1, 4, 9]",
                "lambda      | 4  | 6",
            })
    void each_value_is_awaited(String method, int expectedTraps, String result) throws Exception {
        assertEquals(result, String.valueOf(run(method)));
        assertEquals(expectedTraps, traps);
    }

    @Test
    void what_lies_around_it_is_kept() throws Exception {
        assertEquals("xx1", run("onTheStack", "x"));
        assertEquals(2.0 * (10 + 11 + 12), run("wide", 10L, 2.0));
    }

    @Test
    void the_iterator_is_of_no_use_to_others() {
        assertThrows(NotWovenError.class, () -> run("handsItOn"));
        assertThrows(IllegalStateException.class, () -> run("skipsHasNext"));
    }

    @Test
    void an_unwoven_loop_says_what_to_do() {
        Loader unwoven = new Loader(Classes.compile(HOST));
        Throwable error = assertThrows(
                        java.lang.reflect.InvocationTargetException.class,
                        () -> unwoven.call("Host", "plain", loader.call("Host", "upTo", 1)))
                .getCause();
        assertTrue(error.getMessage().startsWith("AsyncGenerator.iterator was reached in code"), error::toString);
    }

    @Test
    void a_method_that_cannot_await_is_refused_and_so_is_a_held_monitor() {
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic : new JavaSource("""
                import dev.fermata.*;
                import java.util.*;
                class Example {
                    static void plain(AsyncGenerator<Object> values) {
                        for (Object value : values) { }
                    }
                    @Suspendable
                    static Iterable<Object> generator(AsyncGenerator<Object> values) {
                        for (Object value : values) {
                            Generator.yield(value);
                        }
                        return null;
                    }
                    static void lambda(AsyncGenerator<Object> values) {
                        Runnable r = () -> {
                            for (Object value : values) { }
                        };
                    }
                    @Suspendable
                    static Coroutine<Void> locked(AsyncGenerator<Object> values) {
                        synchronized (values) {
                            for (Object value : values) { }
                        }
                        return null;
                    }
                }
                """).diagnostics(DiagnosticPolicy.DEFAULT)) {
            found.add(diagnostic.code().id() + ":" + diagnostic.line());
        }
        assertEquals(List.of("FERMATA-024:5", "FERMATA-024:9", "FERMATA-013:22", "FERMATA-024:16"), found);
    }
}
