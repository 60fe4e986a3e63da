package dev.fermata.transformer.woven;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Weaving must not make a program load classes that it did not load before. */
class ClassLoadingTest {
    private static final String HOST = """
            import dev.fermata.*;

            class Host {
                @Suspendable
                static Generator<String, Void, Void> run(boolean other) {
                    Shape shape = other ? new Circle() : null;
                    Shape[] shapes = {shape};
                    Generator.yield("a");
                    if (other) {
                        Circle circle = (Circle) shape;
                        Generator.yield(circle.name());
                        circle.name();
                    }
                    Generator.yield("b" + shapes.length);
                    return null;
                }

                static void verifyOnly() {}
            }
            """;
    private static final String SHAPE = "class Shape { String name() { return \"shape\"; } }";
    private static final String CIRCLE = "class Circle extends Shape { String name() { return \"circle\"; } }";

    private final Classes plain = Classes.compile(HOST, SHAPE, CIRCLE);
    private final Classes woven = plain.woven();

    @Test
    @Tag("B13")
    void linking_the_woven_class_loads_nothing_that_linking_the_plain_one_does_not() throws Exception {
        Set<String> more = ofTheProgram(link(woven));
        more.removeAll(link(plain));
        assertEquals(Set.of(), more);
    }

    private static Set<String> link(Classes classes) throws ReflectiveOperationException {
        Loader loader = new Loader(classes);
        loader.call("Host", "verifyOnly");
        return loader.requested();
    }

    private static Set<String> ofTheProgram(Set<String> requested) {
        Set<String> own = new TreeSet<>(requested);
        own.retainAll(Set.of("Host", "Shape", "Circle"));
        return own;
    }

    @Test
    @Tag("B13")
    @Tag("B8")
    void values_are_restored_without_loading_their_classes() throws Exception {
        Loader loader = new Loader(woven);
        assertEquals(List.of("a", "b1"), Loader.drain(loader.call("Host", "run", false)));
        assertEquals(
                false, loader.requested().contains("Circle") && !link(plain).contains("Circle"));
    }
}
