package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A marker is known by its owner, so nobody may inherit one under another name. */
@Tag("D7")
class MarkerOwnersTest {
    @ParameterizedTest
    @ValueSource(strings = {"Generator<Object, Object, Object>", "Coroutine<Object>"})
    void the_types_with_markers_have_no_heirs(String type) {
        assertRefused("interface Heir extends dev.fermata." + type + " {}", "sealed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"generator.yield(1)", "generator.yieldFrom(generator)"})
    void a_marker_cannot_be_called_on_an_object(String call) {
        assertRefused(
                "class Caller { void m(dev.fermata.Generator<?, ?, ?> generator) { " + call + "; } }",
                "illegal static interface method call");
    }

    private static void assertRefused(String source, String reason) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> Classes.compile(source));
        assertTrue(refusal.getMessage().contains(reason), refusal::getMessage);
    }
}
