package dev.fermata.tests.debugger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.sun.jdi.ObjectReference;
import com.sun.jdi.Value;
import dev.fermata.tests.debugger.DebugSession.Places;
import dev.fermata.transformer.Keep;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VariablesIT {
    private static final Program PROGRAM = new Program("Variables");

    @TempDir
    static Path directory;

    @ParameterizedTest
    @EnumSource
    @Tag("H1")
    void what_is_read_again_is_shown_after_a_suspension(Installation installation) {
        try (DebugSession session = session(installation, Keep.LIVE)) {
            Stop before = session.breakAt(PROGRAM.line("before")).resume();
            assertEquals(Map.of("dead", "\"dead 2\"", "live", "2", "read", "1"), withoutThis(before, "unread"));
            Stop after = session.breakAt(PROGRAM.line("after")).resume();
            assertEquals(Map.of("i", "0", "live", "2"), withoutThis(after));
            assertEquals(Map.of("i", "1", "live", "2"), withoutThis(session.resume()));
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H2")
    void with_the_option_debug_all_that_is_in_scope_is_shown(Installation installation) {
        try (DebugSession session = session(installation, Keep.IN_SCOPE)) {
            Map<String, String> shown = new TreeMap<>(
                    Map.of("dead", "\"dead 2\"", "live", "2", "read", "1", "unread", "\"unread\"", "wide", "6"));
            shown.putAll(Map.of("i", "0", "inner", "0.0"));
            assertEquals(
                    shown, withoutThis(session.breakAt(PROGRAM.line("after")).resume()));
            shown.putAll(Map.of("i", "1", "inner", "0.5"));
            assertEquals(shown, withoutThis(session.resume()));

            shown.keySet().removeAll(Set.of("i", "inner"));
            shown.put("live", "3");
            Stop handler = session.breakAt(PROGRAM.line("in the handler")).resume();
            assertEquals("java.lang.IllegalStateException", typeOf(handler, "caught"));
            assertEquals(shown, withoutThis(handler, "caught"));
            shown.put("live", "4");
            assertEquals(
                    shown,
                    withoutThis(session.breakAt(PROGRAM.line("at the end")).resume()));
        }
    }

    @Test
    @Tag("H4")
    void the_host_is_a_variable_because_there_is_no_this_in_a_static_body() {
        try (DebugSession session = session(Installation.JAVAC_AND_AGENT, Keep.LIVE)) {
            Stop after = session.breakAt(PROGRAM.line("after")).resume();
            assertNull(after.frame().thisObject());
            assertEquals("demo.Variables", typeOf(after, "$this"));
        }
    }

    private static String typeOf(Stop stop, String variable) {
        Value value = stop.variable(variable);
        return ((ObjectReference) value).referenceType().name();
    }

    private static Map<String, String> withoutThis(Stop stop, String... others) {
        Map<String, String> variables = stop.variables();
        variables.remove("$this");
        variables.keySet().removeAll(Set.of(others));
        return variables;
    }

    private static DebugSession session(Installation installation, Keep keep) {
        return DebugSession.start(installation.prepare("Variables", directory, keep), "demo.Variables", Places.ALL);
    }
}
