package dev.fermata.transformer.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fermata.transformer.explain.DiagramLayout.Arrow;
import dev.fermata.transformer.explain.DiagramLayout.Node;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where states are drawn. */
class DiagramLayoutTest {
    private static DiagramLayout large() throws IOException {
        String points = IntStream.range(0, 40)
                .mapToObj(i -> "if (n % " + (i + 2) + " == 0) Generator.yield(n); else n += 2;\n")
                .collect(Collectors.joining());
        return DiagramLayout.of(Explained.method(
                "@Suspendable static Iterable<Integer> m(int n) {\nwhile (n > 0) {\n" + points + "}\nreturn null;\n}"));
    }

    @Test
    void every_forward_arrow_leads_down_and_every_loop_up() throws IOException {
        for (DiagramLayout layout :
                List.of(large(), DiagramLayout.of(Explained.orders().methods().get(0)))) {
            for (Arrow arrow : layout.arrows()) {
                assertEquals(arrow.transition().isLoop(), arrow.toY() < arrow.fromY(), arrow::toString);
            }
        }
    }

    @Test
    void states_do_not_overlap_and_everything_is_within_the_drawing() throws IOException {
        DiagramLayout layout = large();
        assertEquals(42, layout.nodes().size());
        for (Node one : layout.nodes()) {
            assertTrue(one.x() >= 0 && one.x() + DiagramLayout.NODE_WIDTH <= layout.width(), one::toString);
            assertTrue(one.y() >= 0 && one.bottom() <= layout.height(), one::toString);
            for (Node other : layout.nodes()) {
                boolean apart = Math.abs(one.x() - other.x()) >= DiagramLayout.NODE_WIDTH
                        || Math.abs(one.y() - other.y()) >= DiagramLayout.NODE_HEIGHT;
                assertTrue(one.state() == other.state() || apart, () -> one + " and " + other);
            }
        }
        for (Arrow arrow : layout.arrows()) {
            assertTrue(arrow.lane() >= -1 && arrow.lane() < layout.width(), arrow::toString);
        }
    }
}
