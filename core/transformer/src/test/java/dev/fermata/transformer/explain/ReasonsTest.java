package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.fermata.transformer.explain.StateView.Kept;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why a value is kept at a suspension point, and why not. Members begin on line 3. */
class ReasonsTest {
    /** {@code name: why} of everything kept at a state. */
    private static List<String> kept(String members, int state) throws IOException {
        return Explained.method(members).states().get(state).kept().stream()
                .map(kept -> kept.label() + ": " + kept.why())
                .toList();
    }

    private static List<String> left(String members, int state) throws IOException {
        return Explained.method(members).states().get(state).left().stream()
                .map(left -> left.name() + ": " + left.why())
                .toList();
    }

    @Test
    void names_the_lines_that_read_a_variable() throws IOException {
        String members = """
                @Suspendable static Coroutine<Void> m(int a, int b) {
                    Coroutine.suspend("x");
                    System.out.println(a);
                    if (b > 0) System.out.println(a + b);
                    return null;
                }
                """;
        assertEquals(List.of("a: parameter, read at line 5", "b: parameter, read at line 6"), kept(members, 0));
        assertEquals(List.of("a: read at line 5", "b: read at line 6"), kept(members, 1));
    }

    @Test
    void counts_the_lines_beyond_three() throws IOException {
        String members = """
                @Suspendable static Coroutine<Void> m(int way, int a) {
                    Coroutine.suspend("x");
                    switch (way) {
                        case 1: System.out.println(a); break;
                        case 2: System.out.println(a + 1); break;
                        case 3: System.out.println(a + 2); break;
                        case 4: System.out.println(a + 3); break;
                        case 5: System.out.println(a + 4); break;
                    }
                    return null;
                }
                """;
        assertEquals("a: read at lines 6, 7, 8 and 2 more", kept(members, 1).get(1));
    }

    @Test
    void says_that_a_variable_is_read_in_the_next_round_of_a_loop() throws IOException {
        String members = """
                @Suspendable static Iterable<Object> m(List<String> all, String prefix) {
                    for (String one : all) {
                        String whole = prefix + one;
                        Generator.yield(whole);
                        System.out.println(one + prefix);
                    }
                    return null;
                }
                """;
        assertEquals(
                List.of(
                        "prefix: read at line 7",
                        "(unnamed): read at line 4, when the loop comes round",
                        "one: read at line 7"),
                kept(members, 1));
        assertEquals(List.of("all: not read again", "whole: assigned anew before it is read"), left(members, 1));
    }

    @Test
    void tells_reads_ahead_from_reads_in_the_next_round() throws IOException {
        String members = """
                @Suspendable static Iterable<Object> m(boolean twice) {
                    int n = 0;
                    while (n < 9) {
                        Generator.yield("x");
                        if (twice)
                            n++;
                    }
                    return null;
                }
                """;
        assertEquals(
                List.of("twice: read at line 7", "n: read at line 8; and at line 5, when the loop comes round"),
                kept(members, 1));
    }

    @Test
    void knows_that_only_a_handler_reads_a_variable() throws IOException {
        String members = """
                @Suspendable static Coroutine<Void> m(Coroutine<?> c, String what) {
                    try {
                        await(c);
                    } catch (IllegalStateException e) {
                        System.out.println(what);
                    }
                    return null;
                }
                """;
        assertEquals(List.of("what: read at line 7"), kept(members, 1));
        assertEquals(List.of("c: not read again"), left(members, 1));
    }

    @Test
    void names_the_call_that_an_operand_is_an_argument_of() throws IOException {
        String members = """
                @Suspendable static Coroutine<Integer> m(Coroutine<Integer> c, int a) {
                    return Coroutine.of(Math.max(
                        a,
                        await(c)));
                }
                """;
        assertEquals(List.of("(operand): argument of max() at line 4"), kept(members, 1));
    }

    @Test
    void names_the_constructor_whose_allocation_has_been_moved() throws IOException {
        String members = """
                @Suspendable static Coroutine<Object> m(Coroutine<Integer> c, StringBuilder a) {
                    return Coroutine.of(new Pair(a.append(1), a.length() * await(c)));
                }
                record Pair(Object one, int other) {}
                """;
        List<Kept> kept = Explained.method(members).states().get(1).kept();
        assertEquals(
                "stands in for an object that is allocated later", kept.get(0).why());
        assertNull(kept.get(0).field());
        assertEquals(
                "argument of new Example.Pair() at line 4",
                kept.get(kept.size() - 2).why());
        assertEquals("operand of * at line 4", kept.get(kept.size() - 1).why());
    }

    @Test
    void says_that_a_variable_is_always_null() throws IOException {
        String members = """
                @Suspendable static Coroutine<Void> m() {
                    String nothing = null;
                    Coroutine.suspend("x");
                    System.out.println(nothing);
                    return null;
                }
                """;
        Kept kept = Explained.method(members).states().get(1).kept().get(0);
        assertEquals("read at line 6; always null here", kept.why());
        assertNull(kept.field());
    }

    @Test
    void says_why_a_parameter_is_not_kept() throws IOException {
        String members = """
                @Suspendable Coroutine<Integer> m(int a, int b, int c) {
                    b = 3;
                    Coroutine.suspend("x");
                    return Coroutine.of(b + c);
                }
                """;
        assertEquals(
                List.of(
                        "this: parameter, never read",
                        "a: parameter, never read",
                        "b: assigned anew before it is read"),
                left(members, 0));
        assertEquals(List.of("c: parameter, read at line 6"), kept(members, 0));
    }

    @Test
    void an_operand_of_a_string_is_part_of_it() throws IOException {
        String members = """
                @Suspendable static Coroutine<String> m(Coroutine<Integer> c, String a) {
                    return Coroutine.of(a + await(c));
                }
                """;
        assertEquals(List.of("(operand): part of a string at line 4"), kept(members, 1));
    }
}
