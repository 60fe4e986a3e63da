package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.Coroutine;
import dev.fermata.StopIteration;
import dev.fermata.transformer.Diagnostic;
import dev.fermata.transformer.DiagnosticPolicy;
import dev.fermata.transformer.JavaSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Closing what has to be awaited, and what has not. */
class AsyncClosesTest {
    private static final String RESOURCE = """
            import dev.fermata.*;
            import java.util.*;

            class Resource implements AsyncCloseable {
                private final List<Object> log;
                private final String name;

                Resource(List<Object> log, String name) {
                    this.log = log;
                    this.name = name;
                    log.add("open " + name);
                }

                @Override
                @Suspendable
                public Coroutine<Void> closeAsync() {
                    log.add("closing " + name);
                    Coroutine.suspend("trap");
                    log.add("closed " + name);
                    if (name.startsWith("bad")) {
                        throw new IllegalStateException(name);
                    }
                    return null;
                }
            }
            """;

    private static final String PLAIN = """
            import java.util.*;

            class Plain implements AutoCloseable {
                private final List<Object> log;

                Plain(List<Object> log) {
                    this.log = log;
                }

                @Override
                public void close() {
                    log.add("closed plain");
                }
            }
            """;

    private static final String BOTH = """
            import java.util.*;

            class Both extends Resource {
                Both(List<Object> log) {
                    super(log, "both");
                }

                @Override
                public void close() {
                    log().add("closed at once");
                }

                List<Object> log() {
                    return Host.log;
                }
            }
            """;

    private static final String HOST = """
            import dev.fermata.*;
            import java.util.*;
            import java.util.function.*;

            class Host {
                static List<Object> log;

                @Suspendable
                static Coroutine<Object> one(List<Object> log) {
                    try (Resource a = new Resource(log, "a")) {
                        log.add("in");
                    }
                    return Coroutine.of("end");
                }

                @Suspendable
                static Coroutine<Object> returns(List<Object> log) {
                    long wide = 7;
                    try (Resource a = new Resource(log, "a");
                            Plain b = new Plain(log);
                            Resource c = new Resource(log, "c")) {
                        return Coroutine.of("end " + wide);
                    }
                }

                @Suspendable
                static Coroutine<Object> fails(List<Object> log) {
                    try (Resource a = new Resource(log, "bad a");
                            Resource b = new Resource(log, "bad b")) {
                        throw new IllegalArgumentException("body");
                    } catch (IllegalArgumentException e) {
                        return Coroutine.of(e.getMessage() + List.of(e.getSuppressed()));
                    }
                }

                @Suspendable
                static Coroutine<Object> nothing(List<Object> log) {
                    try (Resource a = null) {
                        log.add("in");
                    }
                    return Coroutine.of("end");
                }

                @Suspendable
                static <T extends AutoCloseable> Coroutine<Object> any(List<Object> log, T a) throws Exception {
                    try (T b = a; AutoCloseable c = new Plain(log)) {
                        log.add("in");
                    }
                    return Coroutine.of("end");
                }

                static Coroutine<Object> ofAnyType(List<Object> log) throws Exception {
                    return any(log, new Resource(log, "a"));
                }

                @Suspendable
                static Coroutine<Object> generator(List<Object> log) {
                    try (AsyncGenerator<Object> g = values(log)) {
                        for (Object value : g) {
                            log.add(value);
                            break;
                        }
                    }
                    return Coroutine.of("end");
                }

                @Suspendable
                static AsyncGenerator<Object> values(List<Object> log) {
                    try {
                        AsyncGenerator.yield("value");
                    } finally {
                        Coroutine.suspend("trap");
                        log.add("finally");
                    }
                    return null;
                }

                @Suspendable
                static Coroutine<Object> within(List<Object> log) {
                    return Coroutine.of(new StringBuilder("end").append(switch (log.size()) {
                        case 0 -> {
                            try (Resource a = new Resource(log, "a")) {
                                yield new StringBuilder("x").append(log.size());
                            }
                        }
                        default -> "y";
                    }).toString());
                }

                @Suspendable
                static Coroutine<Object> locked(List<Object> log) {
                    Host.log = log;
                    synchronized (log) {
                        try (Resource a = new Both(log)) {
                            log.add("in");
                        }
                    }
                    return Coroutine.of("end");
                }

                static Coroutine<Object> lambda(List<Object> log) {
                    Function<AsyncCloseable, Coroutine<Object>> closing = x -> {
                        x.close();
                        return Coroutine.of("end");
                    };
                    return closing.apply(new Resource(log, "a"));
                }
            }
            """;

    private final Loader loader =
            new Loader(Classes.compile(RESOURCE, PLAIN, BOTH, HOST).woven());
    private final List<Object> log = new ArrayList<>();

    private Object run(String method) throws Exception {
        Coroutine<?> coroutine = (Coroutine<?>) loader.call("Host", method, log);
        while (true) {
            try {
                log.add(coroutine.send(null));
            } catch (StopIteration end) {
                return end.value();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one       | end | [open a, in, closing a, trap, closed a]",
                "returns   | end 7 | [open a, open c, closing c, trap, closed c, closed plain, closing a, trap, closed a]",
                "fails     | body[java.lang.IllegalStateException: bad b, java.lang.IllegalStateException: bad a]"
                        + " | [open bad a, open bad b, closing bad b, trap, closed bad b, closing bad a, trap, closed bad a]",
                "nothing   | end | [in]",
                "ofAnyType | end | [open a, in, closed plain, closing a, trap, closed a]",
                "generator | end | [value, trap, finally]",
                "within    | endx1 | [open a, closing a, trap, closed a]",
                "locked    | end | [open both, in, closed at once]",
                "lambda    | end | [open a, closing a, trap, closed a]",
            })
    void it_is_awaited_if_it_has_to_be(String method, String result, String trace) throws Exception {
        assertEquals(result, run(method));
        assertEquals(trace, log.toString());
    }

    @Test
    void a_method_that_cannot_await_is_refused_and_so_is_a_held_monitor() {
        List<String> found = new ArrayList<>();
        for (Diagnostic diagnostic : new JavaSource("""
                import dev.fermata.*;
                class Example {
                    static void plain(AsyncGenerator<Object> values) {
                        values.close();
                    }
                    @Suspendable
                    static Iterable<Object> generator(AsyncGenerator<Object> values) {
                        values.close();
                        return null;
                    }
                    @Suspendable
                    static Coroutine<Void> locked(AsyncCloseable values) {
                        synchronized (values) {
                            values.close();
                        }
                        return null;
                    }
                    static void mayBeClosedAtOnce(AsyncCloseable values) {
                        values.close();
                    }
                }
                """).diagnostics(DiagnosticPolicy.DEFAULT)) {
            found.add(diagnostic.code().id() + ":" + diagnostic.line());
        }
        assertEquals(List.of("FERMATA-024:4", "FERMATA-024:8", "FERMATA-013:14"), found);
    }
}
