package dev.fermata.tasks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionGroupTest {
    private final IOException read = new IOException("read");
    private final Boom boom = new Boom("boom");
    private final IOException write = new IOException("write");
    private final ExceptionGroup inner = new ExceptionGroup("inner", List.of(read, boom));
    private final ExceptionGroup outer = new ExceptionGroup("outer", List.of(inner, write));

    @Test
    void lists_its_exceptions_in_the_message() {
        assertEquals("inner: java.io.IOException: read; dev.fermata.tasks.Boom: boom", inner.getMessage());
        assertEquals("dev.fermata.tasks.Boom: boom", new ExceptionGroup(null, List.of(boom)).getMessage());
    }

    @Test
    void a_stack_trace_shows_all() {
        StringWriter text = new StringWriter();
        outer.printStackTrace(new PrintWriter(text, true));
        for (String part : List.of("Caused by: java.io.IOException: read", "Boom: boom", "IOException: write")) {
            assertTrue(text.toString().contains(part), text.toString());
        }
        assertSame(inner, outer.getCause());
        assertArrayEquals(new Throwable[] {write}, outer.getSuppressed());
    }

    @Test
    void keeps_a_copy_that_cannot_be_changed() {
        List<Throwable> list = new ArrayList<>(List.of(boom));
        ExceptionGroup group = new ExceptionGroup("group", list);
        list.add(read);
        assertEquals(List.of(boom), group.exceptions());
        assertThrows(
                UnsupportedOperationException.class, () -> group.exceptions().add(read));
        assertThrows(IllegalArgumentException.class, () -> new ExceptionGroup("group", List.of()));
    }

    @Test
    void a_part_keeps_the_nesting_and_where_it_happened() {
        ExceptionGroup files = outer.subgroup(IOException.class);
        assertEquals("GROUP[GROUP[IOException], IOException]", TracedLoop.show(files));
        assertSame(
                read, ((ExceptionGroup) files.exceptions().get(0)).exceptions().get(0));
        assertArrayEquals(outer.getStackTrace(), files.getStackTrace());
        assertTrue(files.getMessage().startsWith("outer: "), files.getMessage());
        assertNull(outer.subgroup(IllegalStateException.class));
    }

    @Test
    void splits_into_what_matches_and_the_rest() {
        ExceptionGroup.Split split = outer.split(Boom.class::isInstance);
        assertEquals("GROUP[GROUP[Boom(boom)]]", TracedLoop.show(split.matching()));
        assertEquals("GROUP[GROUP[IOException], IOException]", TracedLoop.show(split.rest()));
        assertNull(outer.split(error -> false).matching());
        assertSame(outer, outer.split(error -> false).rest());
    }

    @Test
    void a_group_that_matches_is_taken_as_a_whole() {
        assertSame(outer, outer.subgroup(ExceptionGroup.class));
        assertNull(outer.split(ExceptionGroup.class::isInstance).rest());
        ExceptionGroup.Split split = outer.split(error -> error == inner);
        assertSame(inner, split.matching().exceptions().get(0));
        assertEquals("GROUP[IOException]", TracedLoop.show(split.rest()));
        assertSame(outer, outer.subgroup(error -> !(error instanceof ExceptionGroup)));
    }

    @Test
    void can_be_serialized() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new ObjectOutputStream(bytes).writeObject(outer);
        Object copy = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        assertEquals(TracedLoop.show(outer), TracedLoop.show(copy));
    }
}
