package dev.fermata.tests.neighbours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.tests.agent.BuildTime;
import dev.fermata.tests.agent.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What can be seen on the stack of a running body: by the JDK, and by people who read stack traces. */
final class StackTest {
    @TempDir
    Path directory;

    private Class<?> host;

    @BeforeEach
    void compile() throws ClassNotFoundException {
        Path classes =
                new Sources().file("Caller", Text.of("callers/Caller.java")).compileTo(directory);
        BuildTime.weave(classes);
        host = ClassFiles.load(classes).loadClass("callers.Caller");
    }

    @Test
    @Tag("E16")
    void methods_that_look_at_their_caller_see_the_host() throws ReflectiveOperationException {
        Object caller = host.getConstructor().newInstance();
        List<Object> seen = new ArrayList<>();
        ((Iterable<?>) host.getMethod("lookingAtTheStack").invoke(caller)).forEach(seen::add);
        assertEquals(List.of("callers.Caller", true, "secret", true), seen);
    }

    @Test
    @Tag("H7")
    void a_stack_trace_names_file_line_and_method() throws Exception {
        Iterator<?> iterator = iterator("failing", (Object) null);
        assertEquals("about to fail", iterator.next());
        Exception failure = assertThrows(NullPointerException.class, iterator::next);
        List<String> places = placesOf(failure);
        assertEquals("failing (Caller.java:29)", places.get(0));
    }

    /** Resuming goes straight to the innermost frame: the callers that wait for it are not on the stack. */
    @Test
    @Tag("H7")
    void a_stack_trace_after_a_resumption_holds_the_methods_that_wait() throws Exception {
        Iterator<?> iterator = iterator("failingBelow");
        iterator.next();
        List<String> places = placesOf(assertThrows(NullPointerException.class, iterator::next));
        assertEquals("failing (Caller.java:29)", places.get(0));
        assertTrue(places.get(1).startsWith("failingBelow (Caller.java:"), places::toString);
    }

    @Test
    @Tag("H6")
    void the_text_of_a_null_pointer_exception_names_the_variable() throws Exception {
        Iterator<?> iterator = iterator("failing", (Object) null);
        iterator.next();
        Exception failure = assertThrows(NullPointerException.class, iterator::next);
        assertEquals("Cannot invoke \"String.length()\" because \"text\" is null", failure.getMessage());
    }

    /** What lay on the operand stack has been in a field meanwhile. */
    @Test
    @Tag("H6")
    void the_text_of_a_null_pointer_exception_names_a_field_where_an_operand_was_kept() throws Exception {
        Iterator<?> iterator = iterator("failingOnTheStack", (Object) null);
        iterator.next();
        Exception failure = assertThrows(NullPointerException.class, iterator::next);
        assertEquals(
                "Cannot invoke \"String.concat(String)\" because \"<local0>.ref0_0\" is null", failure.getMessage());
    }

    private Iterator<?> iterator(String method, Object... arguments) throws ReflectiveOperationException {
        for (var candidate : host.getMethods()) {
            if (candidate.getName().equals(method)) {
                return ((Iterable<?>) candidate.invoke(null, arguments)).iterator();
            }
        }
        throw new NoSuchMethodException(method);
    }

    private static List<String> placesOf(Exception failure) {
        return Arrays.stream(failure.getStackTrace())
                .filter(element -> element.getClassName().startsWith("callers."))
                .map(element ->
                        element.getMethodName() + " (" + element.getFileName() + ":" + element.getLineNumber() + ")")
                .toList();
    }
}
