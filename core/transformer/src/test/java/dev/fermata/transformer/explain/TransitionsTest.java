package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which state can follow which. */
class TransitionsTest {
    /** What follows each state, as the reports say it. */
    private static List<String> next(String members) throws IOException {
        MethodView method = Explained.method(members);
        return method.states().stream()
                .map(state -> Phrases.next(method, state.number()))
                .toList();
    }

    private static List<String> markers(String members) throws IOException {
        return Explained.method(members).states().stream()
                .map(StateView::marker)
                .toList();
    }

    @Test
    void one_after_the_other() throws IOException {
        assertEquals(List.of("1", "2", "end"), next("""
                        @Suspendable static Iterable<String> m() {
                            Generator.yield("a");
                            Generator.yield("b");
                            return null;
                        }
                        """));
    }

    @Test
    void a_loop_leads_back_to_its_own_point_and_an_endless_one_never_ends() throws IOException {
        assertEquals(List.of("1", "2", "1"), next("""
                        @Suspendable static Iterable<String> m() {
                            while (true) {
                                Generator.yield("tick");
                                Generator.yield("tock");
                            }
                        }
                        """));
    }

    @Test
    void a_branch_leads_to_both_its_sides_and_a_throw_out_of_the_method() throws IOException {
        assertEquals(List.of("1 or 2", "a throw", "end"), next("""
                        @Suspendable static Iterable<String> m(boolean a) {
                            if (a) {
                                Generator.yield("a");
                                throw new IllegalStateException();
                            }
                            Generator.yield("b");
                            return null;
                        }
                        """));
    }

    @Test
    void what_only_an_exception_leads_to_is_told_apart() throws IOException {
        assertEquals(List.of("1 or end", "end; after a caught exception 2", "end"), next("""
                        @Suspendable static Coroutine<Void> m(Coroutine<Integer> c, int a) {
                            try {
                                if (a > 0) await(c);
                            } catch (RuntimeException e) {
                                Coroutine.suspend(e);
                            }
                            return null;
                        }
                        """));
    }

    @Test
    void a_returned_coroutine_is_a_point_that_leads_to_the_end() throws IOException {
        String members = """
                @Suspendable static Coroutine<Integer> m(Coroutine<Integer> c) {
                    Coroutine.suspend("x");
                    return c;
                }
                """;
        assertEquals(List.of("1", "2", "end"), next(members));
        assertEquals(List.of("entry", "suspend", "return"), markers(members));
    }

    @Test
    void what_is_lowered_to_an_await_is_called_what_the_user_wrote() throws IOException {
        String members = """
                @Suspendable static AsyncGenerator<String> m(AsyncGenerator<String> in) {
                    try (var open = new Open()) {
                        for (String s : in) AsyncGenerator.yield(s);
                    }
                    AsyncGenerator.yieldFrom(in);
                    Coroutine.await(in.closeAsync());
                    return null;
                }
                static class Open implements AsyncCloseable {
                    public Coroutine<Void> closeAsync() { return null; }
                    public void close() {}
                }
                """;
        List<String> markers = markers(members);
        assertEquals(List.of("entry", "for", "yield", "close"), markers.subList(0, 4));
        assertEquals(List.of("yieldFrom", "await"), markers.subList(markers.size() - 2, markers.size()));
    }
}
