package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import org.junit.jupiter.api.Test;

/** What a generator has returned, whoever ran it to its end. */
class ResultTest {
    private static final String HOST = """
            import dev.fermata.*;

            class Host {
                @Suspendable
                static Generator<Object, Object, Object> inner(boolean suspends) {
                    if (suspends) {
                        Generator.yield("yielded");
                    }
                    return Generator.returning("result");
                }

                @Suspendable
                static Generator<Object, Object, Object> tail() {
                    return inner(true);
                }

                @Suspendable
                static Generator<Object, Object, Object> outer(Generator<Object, Object, Object> inner) {
                    Object result = Generator.yieldFrom(inner);
                    Generator.yield("got " + result);
                    return null;
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());

    @SuppressWarnings("unchecked") // what the method returns
    private Generator<Object, Object, Object> generator(String method, Object... arguments) throws Exception {
        return (Generator<Object, Object, Object>) loader.call("Host", method, arguments);
    }

    @Test
    void is_kept_by_a_generator_that_ended_while_another_delegated_to_it() throws Exception {
        for (boolean suspends : new boolean[] {true, false}) {
            Generator<Object, Object, Object> inner = generator("inner", suspends);
            Generator<Object, Object, Object> outer = generator("outer", inner);
            if (suspends) {
                assertEquals("yielded", outer.next());
            }
            assertEquals("got result", outer.next());
            assertEquals("result", inner.result());
            assertFalse(inner.hasNext());
            // The end was told to the other one, with the result.
            assertNull(assertThrows(StopIteration.class, inner::next).value());
            assertEquals("result", inner.result());
        }
    }

    @Test
    void is_that_of_the_tail() throws Exception {
        Generator<Object, Object, Object> tail = generator("tail");
        assertEquals("yielded", tail.next());
        assertEquals("result", assertThrows(StopIteration.class, tail::next).value());
        assertNull(assertThrows(StopIteration.class, tail::next).value());
        assertEquals("result", tail.result());
    }

    @Test
    void is_told_once_after_a_loop() throws Exception {
        Generator<Object, Object, Object> inner = generator("inner", true);
        for (Object value : inner) {
            assertEquals("yielded", value);
        }
        assertEquals("result", assertThrows(StopIteration.class, inner::next).value());
        assertNull(assertThrows(StopIteration.class, inner::next).value());
        assertEquals("result", inner.result());
    }
}
