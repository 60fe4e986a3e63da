package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.StopIteration;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a frame holds on to, told by its fields: the generated ones and those of the runtime. */
class ReferencesTest {
    private static final String HOST = """
            import dev.fermata.*;
            class Host {
                @Suspendable
                static Generator<Object, Object, Object> uses(Object argument) {
                    Object local = "used" + argument;
                    Object[] below = {1, Generator.yield("local alive")};
                    Object last = local + "!";
                    Generator.yield("last alive");
                    Generator.yield(last);
                    Generator.yield("nothing alive");
                    return null;
                }

                @Suspendable
                static Generator<Object, Object, Object> never(Object argument) {
                    Generator.yield(1);
                    return Generator.returning(argument);
                }

                @Suspendable
                static Coroutine<Object> waits(Coroutine<Object> other) {
                    int length = Coroutine.await(other).toString().length();
                    Coroutine.suspend(length);
                    return Coroutine.of(length);
                }

                @Suspendable
                static Coroutine<Object> catches(Coroutine<Object> other) {
                    try {
                        Coroutine.await(other);
                    } catch (IllegalStateException e) {
                        Coroutine.suspend("caught");
                    }
                    Coroutine.suspend("later");
                    return null;
                }

                @Suspendable
                static Coroutine<Object> suspendsAndGives(Object value) {
                    Coroutine.suspend("inner");
                    if (value instanceof RuntimeException) {
                        throw (RuntimeException) value;
                    }
                    return Coroutine.of(value);
                }
            }
            """;

    private final Loader loader = new Loader(Classes.compile(HOST).woven());

    @SuppressWarnings("unchecked") // what the method returns
    private Generator<Object, Object, Object> generator(String method, Object argument) throws Exception {
        return (Generator<Object, Object, Object>) loader.call("Host", method, argument);
    }

    @SuppressWarnings("unchecked") // what the method returns
    private Coroutine<Object> coroutine(String method, Object argument) throws Exception {
        return (Coroutine<Object>) loader.call("Host", method, argument);
    }

    /** The objects that a frame refers to. */
    private static List<Object> held(Object frame) throws IllegalAccessException {
        List<Object> held = new ArrayList<>();
        for (Class<?> type = frame.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!field.getType().isPrimitive() && !Modifier.isStatic(field.getModifiers())) {
                    field.setAccessible(true);
                    if (field.get(frame) != null) {
                        held.add(field.get(frame));
                    }
                }
            }
        }
        return held;
    }

    @Test
    @Tag("G1")
    void a_value_is_let_go_after_its_last_use() throws Exception {
        Generator<Object, Object, Object> generator = generator("uses", "argument");
        assertEquals(List.of("argument"), held(generator));
        generator.next();
        assertEquals(3, held(generator).size(), "the text, and twice the array that is being filled");
        generator.next();
        assertEquals(List.of("usedargument!"), held(generator));
        generator.next();
        assertEquals(List.of(), held(generator));
        generator.next();
        assertEquals(List.of(), held(generator));
    }

    @Test
    @Tag("G1")
    void a_frame_that_has_ended_or_been_closed_holds_nothing() throws Exception {
        Generator<Object, Object, Object> closedBeforeTheStart = generator("never", "argument");
        closedBeforeTheStart.close();
        assertEquals(List.of(), held(closedBeforeTheStart));
        Generator<Object, Object, Object> ended = generator("uses", "argument");
        while (ended.hasNext()) {
            ended.next();
        }
        assertEquals(List.of(), held(ended));
        Generator<Object, Object, Object> closedInBetween = generator("never", "argument");
        closedInBetween.next();
        closedInBetween.close();
        assertEquals(List.of(), held(closedInBetween));
    }

    @Test
    @Tag("G2")
    void what_has_been_awaited_is_let_go_with_its_value() throws Exception {
        Coroutine<Object> waits = coroutine("waits", coroutine("suspendsAndGives", "value"));
        assertEquals("inner", waits.send(null));
        assertEquals(5, waits.send(null));
        assertEquals(List.of(), notItself(waits));
        assertEquals(
                5, assertThrows(StopIteration.class, () -> waits.send(null)).value());
        assertEquals(List.of(), notItself(waits));
    }

    @Test
    @Tag("G2")
    void a_failure_that_has_been_caught_is_let_go() throws Exception {
        Coroutine<Object> catches =
                coroutine("catches", coroutine("suspendsAndGives", new IllegalStateException("failure")));
        assertEquals("inner", catches.send(null));
        assertEquals("caught", catches.send(null));
        assertEquals(List.of(), notItself(catches));
        assertEquals("later", catches.send(null));
        assertEquals(List.of(), notItself(catches));
    }

    /** The innermost frame of a chain of one is the frame itself. */
    private static List<Object> notItself(Object frame) throws IllegalAccessException {
        return held(frame).stream().filter(object -> object != frame).toList();
    }
}
