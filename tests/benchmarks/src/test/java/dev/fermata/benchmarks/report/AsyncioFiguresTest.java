package dev.fermata.benchmarks.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class AsyncioFiguresTest {
    @Test
    void reads_a_figure_from_each_line_of_json() {
        assertEquals(
                List.of(
                        Figure.of("EventLoopTurn, depth 1", "asyncio", "ns", 5000, 12.5, null),
                        Figure.of("MillionTasks, waiting", "asyncio", "bytes", 1461, null, null)),
                AsyncioFigures.figuresIn("""
                        CPython 3.13
                        {"work": "EventLoopTurn, depth 1", "variant": "asyncio", "ns": 5000, "error": 12.5}
                        {"work": "MillionTasks, waiting", "variant": "asyncio", "bytes": 1461, "error": null}
                        """));
    }

    @Test
    void a_line_that_is_cut_off_is_an_error() {
        assertThrows(JacksonException.class, () -> AsyncioFigures.figuresIn("{\"work\": \"Event"));
    }
}
